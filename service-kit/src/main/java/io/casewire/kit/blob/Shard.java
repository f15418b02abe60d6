package io.casewire.kit.blob;

/**
 * A part of the contents: those whose digest begins with a certain byte.
 *
 * @param number from 0
 */
public record Shard(int number) {

  /** How many there are. */
  public static final int COUNT = 256;

  public Shard {
    if (number < 0 || number >= COUNT) {
      throw new IllegalArgumentException("there is no shard " + number);
    }
  }

  /** The first hexadecimal digits of its digests. */
  String prefix() {
    return "%02x".formatted(number);
  }
}
