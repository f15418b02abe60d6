/** Which language a text is written in. Plain Java. */
@NullMarked
package io.casewire.intake.language;

import org.jspecify.annotations.NullMarked;
