package io.casewire.intake.mail.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes written as a sign and two hexadecimal digits: {@code =E4} of RFC 2047, {@code %E4} of RFC
 * 2231.
 */
final class PercentEncoding {

  private PercentEncoding() {}

  /** The bytes meant by {@code text}; a sign without two digits behind it stands for itself. */
  static byte[] decode(String text, char sign) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int value = encoded[i] == sign && i + 2 < encoded.length ? byteAt(encoded, i + 1) : -1;
      if (value >= 0) {
        decoded.write(value);
        i += 2;
      } else {
        decoded.write(encoded[i]);
      }
    }
    return decoded.toByteArray();
  }

  private static int byteAt(byte[] encoded, int i) {
    int high = Character.digit(encoded[i], 16);
    int low = Character.digit(encoded[i + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
