package io.casewire.servers.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked from the class path into a directory.
 *
 * @param home the directory with {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {

  private static final Object ONE_THREAD_AT_A_TIME = new Object();

  /**
   * Unpacks the programs into a directory below {@code parent} unless they are there. Safe when
   * several processes do it at once.
   *
   * @throws IllegalStateException when the class path has none for this machine
   */
  public static PostgresBinaries unpackedBelow(Path parent) {
    synchronized (ONE_THREAD_AT_A_TIME) {
      try {
        var archive = archive();
        var home = Files.createDirectories(parent).resolve(versionOf(archive));
        unpackOnce(archive, home);
        return new PostgresBinaries(home);
      } catch (IOException e) {
        throw new UncheckedIOException("Can not unpack PostgreSQL below " + parent, e);
      }
    }
  }

  /** The command line that runs {@code program} of PostgreSQL. */
  List<String> command(String program, Stream<String> arguments) {
    var own = Stream.concat(Stream.of(home.resolve("bin").resolve(program).toString()), arguments);
    return Stream.concat(notAsRoot(), own).toList();
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
   */
  private static Stream<String> notAsRoot() {
    return System.getProperty("user.name").equals("root")
        ? Stream.of("unshare", "--user")
        : Stream.empty();
  }

  private static void unpackOnce(URL archive, Path home) throws IOException {
    var lockFile = home.resolveSibling(home.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && Files.notExists(home)) {
        var half = home.resolveSibling(home.getFileName() + ".unpacking");
        unpack(archive, half);
        Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (var packed = new BufferedInputStream(archive.openStream());
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, file);
      file.toFile().setExecutable((entry.getMode() & 0100) != 0);
    }
  }

  private static URL archive() {
    var name = "/postgres-%s-%s.txz".formatted(operatingSystem(), architecture());
    return Optional.ofNullable(PostgresBinaries.class.getResource(name))
        .orElseThrow(() -> new IllegalStateException("No PostgreSQL for this machine: " + name));
  }

  /** Another release has another length, so it is unpacked beside the old one and not over it. */
  private static String versionOf(URL archive) throws IOException {
    return "postgres-" + archive.openConnection().getContentLengthLong();
  }

  private static String operatingSystem() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      case String other -> other;
    };
  }
}
