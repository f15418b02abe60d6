package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.parse.MimePart.Leaf;
import io.casewire.intake.mail.parse.MimePart.Multipart;
import io.casewire.intake.mail.parse.ParseResult.Empty;
import io.casewire.intake.mail.parse.ParseResult.Parsed;
import io.casewire.intake.mail.parse.ParseResult.Unparseable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final int SALVAGED_HEADER_BYTES = 64 * 1024;
  private static final String SALVAGE_NOTICE =
      "[This mail could not be read. What was kept of it is attached.]";

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

  /**
   * What can be told of bytes that are no readable mail: its header fields as far as they go, and
   * the bytes themselves as a file. Never throws.
   */
  public static ParsedMail salvage(byte[] raw) {
    int searched = Math.min(raw.length, SALVAGED_HEADER_BYTES);
    String beginning = new String(raw, 0, searched, StandardCharsets.UTF_8).replace("\0", "");
    try {
      return salvaged(raw, MailHeaders.parse(beginning.stripLeading()));
    } catch (RuntimeException beyondTheParser) {
      return salvaged(raw, new MailHeaders(List.of()));
    }
  }

  private static ParsedMail salvaged(byte[] raw, MailHeaders headers) {
    MailFields fields = new MailFields(headers);
    return new ParsedMail(
        headers,
        "application/octet-stream",
        fields.parties(),
        fields.references(raw),
        fields.envelope(),
        fields.subject(),
        fields.date().orElse(null),
        new MailText(SALVAGE_NOTICE, null, null),
        List.of(new MailAttachment("message.eml", "message/rfc822", false, raw)),
        List.of());
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
