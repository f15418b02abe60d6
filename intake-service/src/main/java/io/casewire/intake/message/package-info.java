/** A customer adds messages to the case of a link. */
@NullMarked
package io.casewire.intake.message;

import org.jspecify.annotations.NullMarked;
