package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a process says. It is appended to over all starts.
 *
 * @param path where it is
 */
record LogFile(Path path) {

  private static final long LIMIT = 50L * 1024 * 1024;
  private static final int TAIL = 64 * 1024;

  /** Puts a large file aside, over the one that was put aside before. */
  void rotate() {
    try {
      if (Files.exists(path) && Files.size(path) > LIMIT) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At most {@code count} lines from its end; none when there is no file. */
  List<String> lastLines(int count) {
    if (Files.notExists(path)) {
      return List.of();
    }
    try (var file = Files.newByteChannel(path, StandardOpenOption.READ)) {
      file.position(Math.max(0, file.size() - TAIL));
      var bytes = new byte[(int) (file.size() - file.position())];
      file.read(ByteBuffer.wrap(bytes));
      var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
