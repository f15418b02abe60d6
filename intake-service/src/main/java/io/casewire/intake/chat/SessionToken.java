package io.casewire.intake.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a client shows to come back to its session: 256 random bits, kept nowhere but there. */
record SessionToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static SessionToken next() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** What is stored. A plain hash is enough for something that nobody can guess. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SessionToken";
  }
}
