package io.casewire.sla.clock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that a rebuild from the same facts finds again. They have the layout of a UUIDv7 (RFC 9562,
 * 5.7): the time is that of what is named, and a digest of the name stands where chance would.
 */
final class DerivedId {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  static UUID of(Instant at, String name) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(name));
    long high = at.toEpochMilli() << 16 | VERSION_7 | digest.getShort() & 0x0fffL;
    long low = VARIANT | digest.getLong() & 0x3fff_ffff_ffff_ffffL;
    return new UUID(high, low);
  }

  private static byte[] sha256(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
