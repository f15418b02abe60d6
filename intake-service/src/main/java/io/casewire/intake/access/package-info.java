/** Who may read a case here, and what he sees of it. */
@NullMarked
package io.casewire.intake.access;

import org.jspecify.annotations.NullMarked;
