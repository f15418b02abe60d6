package io.casewire.kit.blob;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Keeps contents under the digest of what they are.
 *
 * <p>Guarantees: what {@link #put} has confirmed survives a crash. The same content is kept once.
 * What is read is what was written, or the reading fails. Nothing readable is on the disk. No
 * method blocks its caller, and results arrive on the caller's Vert.x context.
 *
 * <p>Contents are whole byte arrays, not streams: no byte of an encrypted content may be believed
 * before its last one was checked, and the largest that a request can bring fits in memory.
 */
public interface BlobStore {

  /**
   * Keeps a content. A content that is there already counts as touched now.
   *
   * @return its digest: {@code sha-256:} and 64 hexadecimal digits
   */
  Uni<String> put(byte[] content);

  /**
   * Reads a content.
   *
   * @return fails with {@link BlobNotFoundException} if there is none with this digest
   */
  Uni<byte[]> get(String digest);

  /** Digests of the contents of a shard that were last put before an instant. */
  Uni<List<String>> putBefore(Shard shard, Instant instant);

  /**
   * Removes a content, unless it was put again since the instant: a sweep that found it orphaned
   * must not take it from a request that has just begun to use it.
   *
   * @return whether it was removed
   */
  Uni<Boolean> removeIfPutBefore(String digest, Instant instant);
}
