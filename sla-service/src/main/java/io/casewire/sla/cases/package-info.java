/** The cases with their clocks, as they are kept between two facts. */
@NullMarked
package io.casewire.sla.cases;

import org.jspecify.annotations.NullMarked;
