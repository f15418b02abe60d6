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
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, digest, nonce, ByteBuffer.wrap(content));
    return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
        .put(VERSION)
        .put(nonce)
        .put(encrypted)
        .array();
  }

  byte[] open(Digest digest, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    if (buffer.remaining() <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
      throw new IllegalStateException("not an encrypted content: " + digest.text());
    }
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    return run(Cipher.DECRYPT_MODE, digest, nonce, buffer);
  }

  private byte[] run(int mode, Digest digest, byte[] nonce, ByteBuffer input) {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(digest.hex().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input.array(), input.position(), input.remaining());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("content " + digest.text() + " can't be decrypted", e);
    }
  }
}
