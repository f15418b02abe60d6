package io.casewire.intake.mail.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a mail or of a part says about its body. Mime4j walks the mail by it, too, so
 * both read it the same way: what is not understood is plain text (RFC 2045, 5.2), and a multipart
 * without a usable boundary is no multipart.
 */
final class PartHeaders implements BodyDescriptor {

  // The parser's work grows with the square of a value's words.
  private static final int LONGEST_VALUE = 8 * 1024;
  private static final int LONGEST_BOUNDARY = 250;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,120}");

  private final List<RawField> fields;
  private final String mediaType;
  private final MimeParameters typeParameters;
  private final String disposition;
  private final MimeParameters dispositionParameters;

  PartHeaders(List<RawField> fields, String defaultType) {
    this.fields = List.copyOf(fields);
    RawBody type = structured("content-type");
    RawBody disposition = structured("content-disposition");
    this.typeParameters = new MimeParameters(type.getParams());
    this.dispositionParameters = new MimeParameters(disposition.getParams());
    this.disposition = normal(disposition.getValue());
    String claimed = type.getValue().isBlank() ? defaultType : normal(type.getValue());
    boolean usable =
        MEDIA_TYPE.matcher(claimed).matches()
            && (!claimed.startsWith("multipart/") || getBoundary() != null);
    this.mediaType = usable ? claimed : "text/plain";
  }

  List<RawField> fields() {
    return fields;
  }

  String mediaType() {
    return mediaType;
  }

  boolean isAttachment() {
    return disposition.equals("attachment");
  }

  /** A parameter of the content type. */
  Optional<String> parameter(String name) {
    return typeParameters.get(name);
  }

  /** The name of the part as a file, decoded, not cleaned. */
  Optional<String> fileName() {
    return dispositionParameters
        .get("filename")
        .or(() -> typeParameters.get("name"))
        .filter(name -> !name.isBlank());
  }

  @Override
  public @Nullable String getBoundary() {
    return typeParameters
        .get("boundary")
        .map(String::stripTrailing)
        .filter(boundary -> !boundary.isBlank() && boundary.length() <= LONGEST_BOUNDARY)
        .orElse(null);
  }

  @Override
  public String getMimeType() {
    return mediaType;
  }

  @Override
  public String getMediaType() {
    return mediaType.substring(0, mediaType.indexOf('/'));
  }

  @Override
  public String getSubType() {
    return mediaType.substring(mediaType.indexOf('/') + 1);
  }

  @Override
  public @Nullable String getCharset() {
    return parameter("charset").orElse(null);
  }

  @Override
  public String getTransferEncoding() {
    return normal(structured("content-transfer-encoding").getValue());
  }

  @Override
  public long getContentLength() {
    return -1;
  }

  private RawBody structured(String name) {
    String value =
        fields.stream()
            .filter(field -> field.getNameLowerCase().equals(name))
            .findFirst()
            .map(field -> HeaderText.of(field, null))
            .orElse("");
    ByteSequence bytes =
        ContentUtil.encode(
            StandardCharsets.UTF_8, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
    return RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
  }

  private static String normal(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
