package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.text.TextCut;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Header values as text. */
final class HeaderText {

  private HeaderText() {}

  /**
   * A field's value on one line. Bytes over 127 should not be there; they are UTF-8, or else in the
   * charset that the mail uses elsewhere.
   */
  static String of(RawField field, @Nullable String charset) {
    ByteSequence raw = field.getRaw();
    if (raw == null) {
      return field.getBody();
    }
    int from = field.getDelimiterIdx() + 1;
    byte[] value = new byte[raw.length() - from];
    for (int i = 0; i < value.length; i++) {
      value[i] = raw.byteAt(from + i);
    }
    String text = MailCharsets.decodeUnlabelled(value, charset);
    return text.replace("\r", "").replace("\n", "").replace("\0", "").strip();
  }

  /** Decodes a value for people: encoded words read, control characters and line ends gone. */
  static String forPeople(String value, int maxLength) {
    String decoded = EncodedWords.decode(value);
    String oneLine = decoded.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return TextCut.at(oneLine, maxLength);
  }
}
