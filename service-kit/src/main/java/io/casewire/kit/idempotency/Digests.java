package io.casewire.kit.idempotency;

import io.casewire.kit.hash.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** SHA-256 over several parts. */
final class Digests {

  /** Occurs in no UTF-8. */
  private static final byte END_OF_PART = (byte) 0xff;

  private Digests() {}

  /** Of all parts, such that the same text cut into other parts has another digest. */
  static byte[] of(String... parts) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update(END_OF_PART);
    }
    return digest.digest();
  }

  /** Of one part that is written in UTF-8, the same as of its text. */
  static byte[] of(RequestKeys.Writing part) throws IOException {
    MessageDigest digest = Sha256.digest();
    part.to(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    digest.update(END_OF_PART);
    return digest.digest();
  }
}
