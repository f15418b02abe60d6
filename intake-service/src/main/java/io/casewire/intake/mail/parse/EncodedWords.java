package io.casewire.intake.mail.parse;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the encoded words (RFC 2047) of a header value. Mime4j's own decoder is not used: it
 * drops the whole value when one word is empty, and it decodes word by word, which spoils the
 * characters that Asian mail programs split between two words. What is no encoded word stays as it
 * is. Takes time in proportion to the value.
 */
final class EncodedWords {

  // RFC 2047 allows 75 characters; programs that put a whole subject into one word exist.
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_CHARSET = 60;

  private final String value;
  private final StringBuilder decoded = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset = "";

  private EncodedWords(String value) {
    this.value = value;
  }

  static String decode(String value) {
    return value.contains("=?") ? new EncodedWords(value).decoded() : value;
  }

  private String decoded() {
    int done = 0;
    boolean afterWord = false;
    for (int at = value.indexOf("=?"); at >= 0; at = value.indexOf("=?", Math.max(done, at + 2))) {
      Word word = wordAt(at);
      if (word == null) {
        continue;
      }
      String between = value.substring(done, at);
      if (!afterWord || !between.isBlank()) {
        flush();
        decoded.append(between);
      }
      take(word);
      done = word.end();
      afterWord = true;
    }
    flush();
    return decoded.append(value, done, value.length()).toString();
  }

  private record Word(String charset, boolean base64, String text, int end) {}

  private @Nullable Word wordAt(int start) {
    int charsetEnd = value.indexOf('?', start + 2);
    if (charsetEnd < 0
        || charsetEnd - start > LONGEST_CHARSET
        || charsetEnd + 2 >= value.length()) {
      return null;
    }
    char encoding = Character.toLowerCase(value.charAt(charsetEnd + 1));
    if (value.charAt(charsetEnd + 2) != '?' || (encoding != 'b' && encoding != 'q')) {
      return null;
    }
    int textStart = charsetEnd + 3;
    int textEnd =
        value.indexOf("?=", textStart, Math.min(value.length(), textStart + LONGEST_TEXT));
    if (textEnd < 0) {
      return null;
    }
    String label = value.substring(start + 2, charsetEnd);
    int language = label.indexOf('*');
    String charset = language < 0 ? label : label.substring(0, language);
    return new Word(charset, encoding == 'b', value.substring(textStart, textEnd), textEnd + 2);
  }

  private void take(Word word) {
    if (!word.charset().equalsIgnoreCase(pendingCharset)) {
      flush();
    }
    pendingCharset = word.charset();
    pending.writeBytes(word.base64() ? base64(word.text()) : quoted(word.text()));
  }

  private void flush() {
    decoded.append(MailCharsets.decode(pending.toByteArray(), pendingCharset));
    pending.reset();
  }

  private static byte[] base64(String text) {
    String digits = text.replaceAll("[^A-Za-z0-9+/]", "");
    // One digit alone is no byte: the word was cut.
    int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, usable));
  }

  private static byte[] quoted(String text) {
    return PercentEncoding.decode(text.replace('_', ' '), '=');
  }
}
