/** From what a mail carries to what a person reads: HTML as text, wrapped lines, quotes. */
@NullMarked
package io.casewire.intake.mail.text;

import org.jspecify.annotations.NullMarked;
