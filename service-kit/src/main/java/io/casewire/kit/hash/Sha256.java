package io.casewire.kit.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

  private Sha256() {}

  /** The hash of a content, 32 bytes. */
  public static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  /** The hash of a text in UTF-8, 32 bytes. */
  public static byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The hash of a content as 64 hexadecimal digits. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** A digest to be fed with a content piece by piece. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
