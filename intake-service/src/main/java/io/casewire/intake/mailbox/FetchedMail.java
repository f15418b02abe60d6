package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;

/**
 * A mail with its content.
 *
 * @param uid its place in the mailbox
 */
record FetchedMail(long uid, ArrivedMail mail) {}
