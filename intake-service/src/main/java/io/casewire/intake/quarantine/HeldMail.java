package io.casewire.intake.quarantine;

import java.util.UUID;

/**
 * A mail that was held back.
 *
 * @param size of the whole mail in bytes; what is kept may be only its beginning
 * @param digest of its content in the blob store
 */
public record HeldMail(UUID id, String mailbox, long size, String digest) {}
