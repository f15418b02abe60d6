package io.casewire.intake.conversation;

import io.casewire.events.Attachment;
import java.util.UUID;

/**
 * A file whose content is in the blob store.
 *
 * @param unscanned whether it can't be searched for secrets, such as a picture
 */
public record StoredFile(
    UUID attachmentId,
    String fileName,
    String contentType,
    long size,
    String digest,
    boolean unscanned) {

  Attachment onTheWire() {
    return new Attachment(attachmentId, digest, contentType, size, unscanned ? Boolean.TRUE : null);
  }
}
