/** This service's copy of the cases: what decides which clocks they have. */
@NullMarked
package io.casewire.sla.cases;

import org.jspecify.annotations.NullMarked;
