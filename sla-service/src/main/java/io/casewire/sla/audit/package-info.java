/** Looks for cases that the clocks have forgotten. */
@NullMarked
package io.casewire.sla.audit;

import org.jspecify.annotations.NullMarked;
