/** What a text says before anything of it is stored: redacted, in which language, about what. */
@NullMarked
package io.casewire.intake.reading;

import org.jspecify.annotations.NullMarked;
