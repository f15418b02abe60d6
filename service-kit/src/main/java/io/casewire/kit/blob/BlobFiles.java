package io.casewire.kit.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One file per content, in a directory per first two digits of its digest. The file's time is when
 * it was last put.
 */
final class BlobFiles {

  private static final String UNFINISHED = ".unfinished";
  private static final String TAKEN = ".taken";
  private static final int PREFIX_DIGITS = 2;

  private final Path root;

  BlobFiles(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  /** Marks a content that is there as put now; false if there is none. */
  boolean touch(Digest digest, Instant now) throws IOException {
    try {
      Files.setLastModifiedTime(file(digest), FileTime.from(now));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Writes a file that is complete and on the disk before it gets its name. */
  void write(Digest digest, byte[] bytes, Instant now) throws IOException {
    Path file = file(digest);
    Path directory = file.getParent();
    if (Files.notExists(directory)) {
      Files.createDirectories(directory);
      force(root);
    }
    Path unfinished = directory.resolve(UUID.randomUUID() + UNFINISHED);
    try {
      writeForced(unfinished, bytes);
      Files.setLastModifiedTime(unfinished, FileTime.from(now));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    force(directory);
  }

  Optional<byte[]> read(Digest digest) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(digest)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Contents that were last put before an instant, in the order of their digests. Tidies up after
   * crashes as it goes along.
   */
  List<Digest> putBefore(Instant instant, String after, int limit) throws IOException {
    List<Digest> found = new ArrayList<>();
    for (Path directory : sorted(root)) {
      if (found.size() < limit && mayHoldAfter(directory, after)) {
        sorted(directory).stream()
            .filter(file -> isOlder(file, instant))
            .flatMap(file -> contentOf(file).stream())
            .filter(digest -> digest.hex().compareTo(after) > 0)
            .limit(limit - found.size())
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean mayHoldAfter(Path directory, String after) {
    return Files.isDirectory(directory)
        && directory.getFileName().toString().compareTo(prefix(after)) >= 0;
  }

  private static String prefix(String hex) {
    return hex.substring(0, Math.min(PREFIX_DIGITS, hex.length()));
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  /**
   * Takes the file away first and looks at its time then. Whoever puts the content in between
   * either touches the file that is looked at, or finds none and writes a new one.
   */
  boolean removeIfPutBefore(Digest digest, Instant instant) throws IOException {
    Path file = file(digest);
    Path taken = file.resolveSibling(digest.hex() + TAKEN);
    try {
      Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (isOlder(taken, instant)) {
      return Files.deleteIfExists(taken);
    }
    Files.move(taken, file, StandardCopyOption.ATOMIC_MOVE);
    return false;
  }

  private Path file(Digest digest) {
    return root.resolve(prefix(digest.hex())).resolve(digest.hex());
  }

  /** The content in a file. A write that was cut off is deleted, a removal is undone. */
  private Optional<Digest> contentOf(Path file) {
    String name = file.getFileName().toString();
    try {
      if (name.endsWith(UNFINISHED)) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      if (name.endsWith(TAKEN)) {
        Digest digest = new Digest(name.substring(0, name.length() - TAKEN.length()));
        Files.move(file, file(digest), StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(digest);
      }
      return Optional.of(new Digest(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOlder(Path file, Instant instant) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeForced(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** A new name in a directory is only on the disk when the directory is. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
