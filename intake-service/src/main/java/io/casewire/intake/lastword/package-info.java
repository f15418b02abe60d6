/** How a customer ends his case, and what he says about it then. */
@NullMarked
package io.casewire.intake.lastword;

import org.jspecify.annotations.NullMarked;
