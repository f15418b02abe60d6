package io.casewire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the words that a module's templates use with the words that it has. A start of the
 * service shows words that one language lacks, but not words that no language has.
 */
public final class WordFiles {

  private static final Pattern USED = Pattern.compile("\\bw:(?!(?:of|or|say)\\()([A-Za-z0-9.-]+)");

  private final Path resources;

  /**
   * Looks below a directory such as {@code src/main/resources}.
   *
   * @param resources has the directories {@code templates} and {@code words}
   */
  public WordFiles(Path resources) {
    this.resources = resources;
  }

  /** The keys in templates that none of the named files has. */
  public Set<String> missingFrom(Path... wordFiles) {
    Set<String> missing = used();
    for (Path file : wordFiles) {
      missing.removeAll(keys(file));
    }
    return missing;
  }

  /** The keys that a file has. */
  public static Set<String> keys(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      Properties words = new Properties();
      words.load(reader);
      return new TreeSet<>(words.stringPropertyNames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> used() {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(resources.resolve("templates"))) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .forEach(
              file ->
                  USED.matcher(read(file)).results().forEach(match -> used.add(match.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return used;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
