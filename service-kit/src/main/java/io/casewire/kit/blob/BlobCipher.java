package io.casewire.kit.blob;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts contents with AES-256-GCM, each under a nonce of its own and bound to its digest, so
 * that one file can't be put in another's place.
 *
 * <p>Format: one byte version, 12 bytes nonce, ciphertext with 16 bytes tag.
 */
final class BlobCipher {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private BlobCipher(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException if it is not 32 bytes in base64
   */
  static BlobCipher withKey(String base64) {
    byte[] key = Base64.getDecoder().decode(base64);
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("casewire.blob.key must be 32 bytes in base64");
    }
    return new BlobCipher(new SecretKeySpec(key, "AES"));
  }

  byte[] seal(Digest digest, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    ByteBuffer sealed =
        ByteBuffer.allocate(1 + NONCE_BYTES + content.length + TAG_BITS / Byte.SIZE)
            .put(VERSION)
            .put(nonce);
    run(Cipher.ENCRYPT_MODE, digest, nonce, ByteBuffer.wrap(content), sealed);
    return sealed.array();
  }

  byte[] open(Digest digest, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    if (buffer.remaining() <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
      throw new IllegalStateException("not an encrypted content: " + digest.text());
    }
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    ByteBuffer content =
        ByteBuffer.allocate(Math.max(0, buffer.remaining() - TAG_BITS / Byte.SIZE));
    run(Cipher.DECRYPT_MODE, digest, nonce, buffer, content);
    return content.array();
  }

  private void run(int mode, Digest digest, byte[] nonce, ByteBuffer input, ByteBuffer output) {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(digest.hex().getBytes(StandardCharsets.US_ASCII));
      cipher.doFinal(input, output);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("content " + digest.text() + " can't be decrypted", e);
    }
  }
}
