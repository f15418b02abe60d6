package io.casewire.notification.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps letters unreadable while they wait in the database: a letter to a customer holds the link
 * to the case, and a link that a table holds is a key under the mat.
 *
 * <p>AES-256-GCM, bound to the notification, so that one letter can't be put in another's place.
 * Format: 12 bytes nonce, ciphertext with 16 bytes tag; the text is deflated first, because what is
 * encrypted can't be compressed by the database any more.
 */
@ApplicationScoped
public class LetterSeal {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  LetterSeal(LetterConfig config) {
    byte[] secret = Base64.getDecoder().decode(config.sealKey());
    if (secret.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "seal-key must be %d bytes in base64".formatted(KEY_BYTES));
    }
    this.key = new SecretKeySpec(secret, "AES");
  }

  /** The letter's bytes, unreadable. */
  public byte[] seal(UUID notificationId, byte[] letter) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted =
        run(Cipher.ENCRYPT_MODE, notificationId, nonce, ByteBuffer.wrap(Deflated.of(letter)));
    return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
  }

  /**
   * What was sealed.
   *
   * @throws UnreadableLetterException if this was not sealed for this notification under this key
   */
  public byte[] open(UUID notificationId, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    return Deflated.undo(run(Cipher.DECRYPT_MODE, notificationId, nonce, buffer));
  }

  private byte[] run(int mode, UUID notificationId, byte[] nonce, ByteBuffer input) {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(notificationId.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input.array(), input.position(), input.remaining());
    } catch (GeneralSecurityException e) {
      throw new UnreadableLetterException(notificationId, e);
    }
  }
}
