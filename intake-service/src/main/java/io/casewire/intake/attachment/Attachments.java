package io.casewire.intake.attachment;

import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.blob.BlobUse;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.EventLoops;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts files into the blob store. This happens before the transaction that records them: a content
 * without a record is swept away later, a record without a content could not be mended.
 */
@ApplicationScoped
public class Attachments implements BlobUse {

  private static final String IN_USE =
      "select distinct digest from attachment where digest = any (cast(?1 as text[]))";

  private static final int PIECE = 8 * 1024;

  private final BlobStore blobs;
  private final TextAnalysis texts;

  Attachments(BlobStore blobs, TextAnalysis texts) {
    this.blobs = blobs;
    this.texts = texts;
  }

  /**
   * A file as it may be kept.
   *
   * @param unscanned whether it could not be searched for secrets, since it is no text
   */
  private record RedactedFile(
      String fileName, String contentType, byte[] content, boolean unscanned) {}

  /**
   * Redacts the files that are text, at once and on the caller's thread, which must be a worker;
   * then stores all of them.
   */
  public Uni<List<StoredFile>> store(List<ReceivedFile> files) {
    assert EventLoops.areElsewhere() : "files are read on an event loop";
    List<RedactedFile> redacted = files.stream().map(this::redacted).toList();
    return Multi.createFrom()
        .iterable(redacted)
        .onItem()
        .transformToUniAndConcatenate(this::store)
        .collect()
        .asList();
  }

  private RedactedFile redacted(ReceivedFile file) {
    Optional<String> text = text(file.content());
    byte[] content = text.map(found -> redacted(found, file)).orElse(file.content());
    return new RedactedFile(
        texts.redact(file.fileName()), file.contentType(), content, text.isEmpty());
  }

  /** The very same bytes when there was nothing to take out. */
  private byte[] redacted(String text, ReceivedFile file) {
    String redacted = texts.redact(text);
    return redacted.equals(text) ? file.content() : redacted.getBytes(StandardCharsets.UTF_8);
  }

  private Uni<StoredFile> store(RedactedFile file) {
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
                    file.unscanned()));
  }

  /**
   * The text, if the bytes are UTF-8 without control characters that no text has. The sender's
   * media type proves nothing, and a card number in a text must be found under any name.
   */
  private static Optional<String> text(byte[] content) {
    return isText(content)
        ? Optional.of(new String(content, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Decodes piece by piece: as a whole, characters would take twice the memory of the bytes. */
  private static boolean isText(byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer piece = CharBuffer.allocate(PIECE);
    CoderResult result;
    do {
      result = decoder.decode(bytes, piece.clear(), true);
      if (result.isError() || !piece.flip().chars().allMatch(Attachments::belongsIntoText)) {
        return false;
      }
    } while (result.isOverflow());
    return true;
  }

  @Override
  public Uni<List<String>> inUse(Mutiny.Session session, List<String> digests) {
    return session
        .createNativeQuery(IN_USE, String.class)
        .setParameter(1, digests.toArray(String[]::new))
        .getResultList();
  }

  private static boolean belongsIntoText(int character) {
    return character >= ' '
        || character == '\n'
        || character == '\r'
        || character == '\t'
        || character == '\f';
  }
}
