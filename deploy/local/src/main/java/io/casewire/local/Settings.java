package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file {@code local.properties}, with this machine's changes to it. */
final class Settings {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z.-]+)}");

  private final Map<String, String> values;

  Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The settings, each overridden by the same key in {@code machine} where that file exists. */
  static Settings load(Path machine) {
    var properties = new Properties();
    try (var standard = Settings.class.getResourceAsStream("local.properties")) {
      properties.load(Objects.requireNonNull(standard));
      if (Files.exists(machine)) {
        try (var own = Files.newBufferedReader(machine)) {
          properties.load(own);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Settings(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)));
  }

  /** The port {@code port.<name>}. */
  int port(String name) {
    var text = value("port." + name, Map.of());
    if (!text.matches("[0-9]{1,5}")) {
      throw new StackException("The setting port.%s is not a port: %s".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  /** Where the services write down what the JVM learns of them, if they do. */
  Optional<Path> trainingDirectory() {
    return Optional.of(value("training.directory", Map.of()))
        .filter(directory -> !directory.isBlank())
        .map(Path::of);
  }

  /** The Java options for {@code kind} on top of those for all. */
  List<String> javaOptions(String kind) {
    var options = value("java.all", Map.of()) + " " + value("java." + kind, Map.of());
    return List.of(options.strip().split("\\s+"));
  }

  /**
   * All settings below {@code prefix}, without it, in the order of their names.
   *
   * @param context the values of placeholders that belong to one process
   */
  Map<String, String> below(String prefix, Map<String, String> context) {
    var settings = new TreeMap<String, String>();
    values.keySet().stream()
        .filter(name -> name.startsWith(prefix + "."))
        .forEach(name -> settings.put(name.substring(prefix.length() + 1), value(name, context)));
    return settings;
  }

  private String value(String name, Map<String, String> context) {
    var text =
        Optional.ofNullable(context.get(name)).or(() -> Optional.ofNullable(values.get(name)));
    return text.map(raw -> resolve(raw, context))
        .orElseThrow(() -> new StackException("Missing setting: " + name));
  }

  private String resolve(String text, Map<String, String> context) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), context)));
  }
}
