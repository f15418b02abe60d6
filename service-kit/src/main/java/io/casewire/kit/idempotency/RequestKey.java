package io.casewire.kit.idempotency;

/** What makes two requests the same, for a client that says so or one that doesn't. */
public sealed interface RequestKey {

  /** The client gave no key: each of its requests stands for itself. */
  record None() implements RequestKey {}

  /**
   * The client gave a key.
   *
   * @param scopedKey hash of the key, the path and the caller
   * @param bodyDigest hash of the body's bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Given(byte[] scopedKey, byte[] bodyDigest) implements RequestKey {}
}
