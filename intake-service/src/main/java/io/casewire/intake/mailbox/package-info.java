/**
 * Fetches mail from the support mailbox by IMAP: at once where the server tells of it, within
 * seconds else, on one replica at a time, whatever anybody else does in that mailbox.
 */
@NullMarked
package io.casewire.intake.mailbox;

import org.jspecify.annotations.NullMarked;
