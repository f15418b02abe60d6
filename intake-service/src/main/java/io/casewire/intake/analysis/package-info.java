/** Analysis of a text before any of it is stored: redaction, language, category. */
@NullMarked
package io.casewire.intake.analysis;

import org.jspecify.annotations.NullMarked;
