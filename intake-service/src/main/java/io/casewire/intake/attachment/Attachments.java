package io.casewire.intake.attachment;

import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.id.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Puts files into the blob store. This happens before the transaction that records them: a content
 * without a record is swept away later, a record without a content could not be mended.
 */
@ApplicationScoped
public class Attachments {

  private final BlobStore blobs;
  private final TextReader reader;

  Attachments(BlobStore blobs, TextReader reader) {
    this.blobs = blobs;
    this.reader = reader;
  }

  /** Stores files; those that are text are redacted first. */
  public Uni<List<StoredFile>> store(List<ReceivedFile> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(this::store)
        .collect()
        .asList();
  }

  private Uni<StoredFile> store(ReceivedFile file) {
    Optional<String> text = TextContent.of(file.content());
    byte[] content =
        text.map(reader::redact)
            .map(redacted -> redacted.getBytes(StandardCharsets.UTF_8))
            .orElse(file.content());
    return blobs
        .put(content)
        .map(
            digest ->
                new StoredFile(
                    Ids.next(),
                    reader.redact(file.fileName()),
                    file.contentType(),
                    content.length,
                    digest,
                    text.isEmpty()));
  }
}
