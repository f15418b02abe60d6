package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.Attachment;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a customer sent with a message; intake has its content.
 *
 * @param contentType media type as found, not as claimed
 * @param size bytes
 * @param unscanned true if nobody could look into it for secrets
 */
public record MessageFile(
    UUID attachmentId,
    String fileName,
    String contentType,
    long size,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unscanned) {

  private static final int BYTES = 1000;

  /** The files of a message; their names stand apart, at the same indexes. */
  static List<MessageFile> of(List<Attachment> attachments, List<String> fileNames) {
    return IntStream.range(0, attachments.size())
        .mapToObj(
            index ->
                of(attachments.get(index), index < fileNames.size() ? fileNames.get(index) : ""))
        .toList();
  }

  /** Its size for people, rounded up. */
  public long kilobytes() {
    return Math.ceilDiv(size, BYTES);
  }

  private static MessageFile of(Attachment attachment, String fileName) {
    return new MessageFile(
        attachment.attachmentId(),
        fileName,
        attachment.contentType(),
        attachment.size(),
        attachment.unscanned());
  }
}
