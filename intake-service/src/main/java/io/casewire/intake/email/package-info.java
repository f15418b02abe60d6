/**
 * The e-mail channel: a mail from wherever it comes, read, and given its place. One code path for
 * what is posted, fetched and released: {@link io.casewire.intake.email.MailIntake}.
 */
@NullMarked
package io.casewire.intake.email;

import org.jspecify.annotations.NullMarked;
