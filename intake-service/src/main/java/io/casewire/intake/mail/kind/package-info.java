/** What sort of mail came in: written by a person, by a machine, about a mail, or by ourselves. */
@NullMarked
package io.casewire.intake.mail.kind;

import org.jspecify.annotations.NullMarked;
