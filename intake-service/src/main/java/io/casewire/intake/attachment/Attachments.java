package io.casewire.intake.attachment;

import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.EventLoops;
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

  /**
   * Reads files, which takes processor time: for worker threads. Those that are text are redacted.
   */
  public List<ReadFile> read(List<ReceivedFile> files) {
    assert EventLoops.areElsewhere() : "files are read on an event loop";
    return files.stream().map(this::read).toList();
  }

  private ReadFile read(ReceivedFile file) {
    Optional<String> text = TextContent.of(file.content());
    byte[] content = text.map(found -> redacted(found, file)).orElse(file.content());
    return new ReadFile(
        reader.redact(file.fileName()), file.contentType(), content, text.isEmpty());
  }

  /** The very same bytes when there was nothing to take out. */
  private byte[] redacted(String text, ReceivedFile file) {
    String redacted = reader.redact(text);
    return redacted.equals(text) ? file.content() : redacted.getBytes(StandardCharsets.UTF_8);
  }

  /** Stores files that were read. */
  public Uni<List<StoredFile>> store(List<ReadFile> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(this::store)
        .collect()
        .asList();
  }

  private Uni<StoredFile> store(ReadFile file) {
    return blobs
        .put(file.content())
        .map(
            digest ->
                new StoredFile(
                    Ids.next(),
                    file.fileName(),
                    file.contentType(),
                    file.content().length,
                    digest,
                    file.unread()));
  }
}
