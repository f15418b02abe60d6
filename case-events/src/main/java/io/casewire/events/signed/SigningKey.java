package io.casewire.events.signed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A secret of a {@link KeyRing} under its public name. The secret can't be read back. */
public final class SigningKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final String kid;
  private final SecretKey secret;

  SigningKey(String kid, byte[] secret) {
    this.kid = kid;
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The key's name, which every token carries. */
  public String kid() {
    return kid;
  }

  /** The first bytes of the text's HMAC-SHA-256 (RFC 2104). */
  byte[] mac(String text, int bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
