package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.parse.MimePart.Leaf;
import io.casewire.intake.mail.parse.MimePart.Multipart;
import io.casewire.intake.mail.parse.ParseResult.Empty;
import io.casewire.intake.mail.parse.ParseResult.Parsed;
import io.casewire.intake.mail.parse.ParseResult.Unparseable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail (RFC 5322, MIME) from its bytes. Senders are believed in nothing and forgiven
 * everything that can be: a wrong boundary, charset or date costs that detail, not the mail.
 */
public final class MailParser {

  private MailParser() {}

  /**
   * Parses a mail. Every outcome is a value: no bytes make it throw, and time and memory stay in
   * proportion to their number.
   *
   * @param raw the whole mail; not changed, and not copied into attachments of its own encoding
   */
  public static ParseResult parse(byte[] raw, MailLimits limits) {
    if (raw.length == 0) {
      return new Empty();
    }
    if (raw.length > limits.totalBytes()) {
      return new Unparseable(UnparseableReason.TOO_LARGE);
    }
    try {
      return read(raw, limits);
    } catch (LimitExceededException limit) {
      return new Unparseable(limit.reason());
    } catch (MaxHeaderLengthLimitException limit) {
      return new Unparseable(UnparseableReason.HEADERS_TOO_LARGE);
    } catch (MimeException | IOException | RuntimeException beyondTheParser) {
      // A fault of a parser on hostile bytes must cost that mail, never the mailbox behind it.
      return new Unparseable(UnparseableReason.MALFORMED);
    }
  }

  private static ParseResult read(byte[] raw, MailLimits limits)
      throws MimeException, IOException, LimitExceededException {
    MimePart root = MimeReader.read(raw, Preamble.length(raw), limits);
    if (root.headers().fields().isEmpty()) {
      return new Unparseable(UnparseableReason.NO_HEADERS);
    }
    MailFields fields = new MailFields(headers(root));
    MailBody body = MailBody.of(root, MailTexts.SCANNED_CHARACTERS);
    AttachmentLimits files = AttachmentLimits.apply(body.files(), limits);
    return new Parsed(
        new ParsedMail(
            fields.headers(),
            root.headers().mediaType(),
            fields.parties(),
            fields.references(raw),
            fields.envelope(),
            fields.subject(),
            fields.date().orElse(null),
            MailTexts.of(body.texts(), limits),
            files.kept(),
            files.omitted()));
  }

  private static MailHeaders headers(MimePart root) {
    @Nullable String charset = charsetOf(root).orElse(null);
    List<RawField> fields = root.headers().fields();
    return new MailHeaders(
        fields.stream()
            .map(field -> new MailHeaders.Field(field.getName(), HeaderText.of(field, charset)))
            .toList());
  }

  private static Optional<String> charsetOf(MimePart part) {
    return switch (part) {
      case Leaf leaf -> Optional.ofNullable(leaf.headers().getCharset());
      case Multipart multi ->
          multi.parts().stream().map(MailParser::charsetOf).flatMap(Optional::stream).findFirst();
    };
  }
}
