package io.casewire.events.signed;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Base32 (RFC 4648 section 6), lower case, without padding: survives a change of case. */
final class Base32 {

  /** Characters of an encoded UUID. */
  static final int UUID_LENGTH = 26;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int pending = 0;
    int bits = 0;
    for (byte next : bytes) {
      pending = pending << Byte.SIZE | Byte.toUnsignedInt(next);
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(digit(pending >>> (bits - BITS)));
      }
    }
    return bits == 0 ? text.toString() : text.append(digit(pending << (BITS - bits))).toString();
  }

  static String encode(UUID id) {
    return encode(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** Reads 26 lower-case characters of the alphabet, as {@link #encode(UUID)} wrote them. */
  static UUID decodeUuid(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    int pending = 0;
    int bits = 0;
    for (int i = 0; bytes.hasRemaining(); i++) {
      pending = pending << BITS | ALPHABET.indexOf(text.charAt(i));
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.put((byte) (pending >>> bits));
      }
    }
    return new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES));
  }

  private static char digit(int value) {
    return ALPHABET.charAt(value & 31);
  }
}
