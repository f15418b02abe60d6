package io.casewire.acceptance.fault;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Fills the small file system that a directory is on, and frees it again. */
final class FullDisk implements AutoCloseable {

  /** A run never fills the disk of the machine it is on. */
  static final long MOST_FREE_BYTES = 4L << 30;

  private static final byte[] BLOCK = new byte[1 << 20];
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path filler;

  private FullDisk(Path filler) {
    this.filler = filler;
  }

  /**
   * The file system of a directory.
   *
   * @throws IllegalStateException if it has more room than a run may fill
   */
  static FullDisk of(Path directory) {
    try {
      long free = Files.getFileStore(directory).getUsableSpace();
      if (free > MOST_FREE_BYTES) {
        throw new IllegalStateException(
            "%s is on a disk with %d MiB free. Mount a file system of at most %d MiB there first."
                .formatted(directory, free >> 20, MOST_FREE_BYTES >> 20));
      }
      return new FullDisk(directory.resolve("filler"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all room, also what comes free meanwhile. */
  void keepFull(Duration length) throws InterruptedException {
    Instant end = Instant.now().plus(length);
    while (Instant.now().isBefore(end)) {
      fill();
      Thread.sleep(PAUSE);
    }
  }

  private void fill() {
    for (int size = BLOCK.length; size > 0; size /= 2) {
      while (hasWritten(size)) {
        // The next block.
      }
    }
  }

  private boolean hasWritten(int size) {
    try (OutputStream out = Files.newOutputStream(filler, CREATE, APPEND)) {
      out.write(BLOCK, 0, size);
      return true;
    } catch (IOException noRoom) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
