package io.casewire.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message, by content. Its name is personal data and stands in {@code
 * personal.fileNames} at the same index.
 *
 * @param attachmentId names this file of this message in the customer's and the agent's interface
 * @param digest {@code sha-256:} and the hexadecimal digest of the stored content
 * @param contentType media type as found, not as claimed
 * @param size bytes
 * @param unscanned true if the content could not be searched for secrets
 */
public record Attachment(
    UUID attachmentId, String digest, String contentType, long size, @Nullable Boolean unscanned) {}
