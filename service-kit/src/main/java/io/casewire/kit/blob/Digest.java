package io.casewire.kit.blob;

import io.casewire.kit.hash.Sha256;
import java.util.regex.Pattern;

/**
 * The name of a content.
 *
 * @param hex SHA-256 of the content, as hexadecimal digits; nothing else is let into a file name
 */
record Digest(String hex) {

  private static final String PREFIX = "sha-256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  Digest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits");
    }
  }

  static Digest of(byte[] content) {
    return new Digest(Sha256.hex(content));
  }

  static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a digest begins with " + PREFIX);
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  String text() {
    return PREFIX + hex;
  }
}
