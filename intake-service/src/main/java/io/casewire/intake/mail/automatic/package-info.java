/** Machines that write mail: recognised, kept, never answered. */
@NullMarked
package io.casewire.intake.mail.automatic;

import org.jspecify.annotations.NullMarked;
