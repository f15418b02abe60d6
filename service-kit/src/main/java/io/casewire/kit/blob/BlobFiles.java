package io.casewire.kit.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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
import java.util.regex.Pattern;

/**
 * One file per content, in a directory per first two digits of its digest, which is a shard. The
 * file's time is when it was last put. A shard's lock is held while a file gets its name, its time
 * or its end, so that a removal judges by a time that does not change meanwhile.
 */
final class BlobFiles {

  private static final String UNFINISHED = ".unfinished";

  /** What removals of earlier versions left behind that were cut off. */
  private static final String TAKEN = ".taken";

  private static final int PREFIX_DIGITS = 2;
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  private final Path root;

  BlobFiles(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  /** Marks a content that is there as put now; false if there is none. */
  boolean touch(Digest digest, Instant now) throws IOException {
    Path file = file(digest);
    if (Files.notExists(file)) {
      return false;
    }
    try (ShardLock _ = ShardLock.of(file.getParent())) {
      Files.setLastModifiedTime(file, FileTime.from(now));
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
      try (ShardLock _ = ShardLock.of(directory)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
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
   * Contents of a shard that were last put before an instant. Tidies up after crashes as it goes
   * along.
   */
  List<Digest> putBefore(Shard shard, Instant instant) throws IOException {
    List<Digest> found = new ArrayList<>();
    Path directory = root.resolve(shard.prefix());
    if (Files.notExists(directory)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (CONTENT.matcher(name).matches() && isOlder(file, instant)) {
          found.add(new Digest(name));
        } else if (name.endsWith(UNFINISHED) && isOlder(file, instant)) {
          Files.deleteIfExists(file);
        } else if (name.endsWith(TAKEN)) {
          giveBack(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Removes a content, unless it was put again since. */
  boolean removeIfPutBefore(Digest digest, Instant instant) throws IOException {
    Path file = file(digest);
    if (Files.notExists(file)) {
      return false;
    }
    try (ShardLock _ = ShardLock.of(file.getParent())) {
      return isOlder(file, instant) && Files.deleteIfExists(file);
    }
  }

  /** The file of the content comes back, unless there is one again. */
  private static void giveBack(Path taken) throws IOException {
    String name = taken.getFileName().toString();
    Path file = taken.resolveSibling(name.substring(0, name.length() - TAKEN.length()));
    try (ShardLock _ = ShardLock.of(file.getParent())) {
      if (Files.exists(file)) {
        Files.delete(taken);
      } else {
        Files.move(taken, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (NoSuchFileException e) {
      // Another replica has done the same.
    }
  }

  private Path file(Digest digest) {
    return root.resolve(digest.hex().substring(0, PREFIX_DIGITS)).resolve(digest.hex());
  }

  private static boolean isOlder(Path file, Instant instant) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (NoSuchFileException e) {
      return false;
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
