package io.casewire.intake.mail.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the names that mails use, meaning what their senders mean: programs write the name of
 * a national standard and send the vendor's larger set.
 */
final class MailCharsets {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("euc-cn", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601-1989", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"));

  private MailCharsets() {}

  /**
   * Decodes bytes; what the charset can not read becomes U+FFFD. Without a known charset, and for
   * ASCII, which says nothing about bytes over 127, they are UTF-8 if they can be, else
   * windows-1252.
   *
   * @param label as the mail names it
   */
  static String decode(byte[] bytes, @Nullable String label) {
    return named(label).map(charset -> new String(bytes, charset)).orElseGet(() -> guess(bytes));
  }

  /** The charset meant by a label; empty for ASCII and for what this platform can not decode. */
  static Optional<Charset> named(@Nullable String label) {
    if (label == null || label.isBlank()) {
      return Optional.empty();
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      Charset charset = Charset.forName(MEANT.getOrDefault(name, name));
      return Optional.of(charset).filter(c -> !c.equals(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** UTF-8 when the bytes are that, else the given charset. */
  static String decodeUnlabelled(byte[] bytes, @Nullable String otherwise) {
    return asUtf8(bytes).orElseGet(() -> decode(bytes, otherwise));
  }

  private static String guess(byte[] bytes) {
    return asUtf8(bytes).orElseGet(() -> new String(bytes, WINDOWS_1252));
  }

  private static Optional<String> asUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
