package io.casewire.kit.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one part of the application in every language, from the class path: {@code
 * words/<name>_<language>.properties}, in UTF-8.
 *
 * @param words by language, then by key; every language has the same keys
 */
record WordFile(Map<Language, Map<String, String>> words) {

  /**
   * Reads the words in all languages.
   *
   * @throws IllegalStateException when a language lacks a word that another one has
   */
  static WordFile read(String name) {
    Map<Language, Map<String, String>> words = new HashMap<>();
    Language.all().forEach(language -> words.put(language, read(name, language)));
    Set<String> every = new TreeSet<>();
    words.values().forEach(known -> every.addAll(known.keySet()));
    words.forEach(
        (language, known) -> {
          Set<String> missing = new TreeSet<>(every);
          missing.removeAll(known.keySet());
          if (!missing.isEmpty()) {
            throw new IllegalStateException(
                "words/%s_%s.properties lacks %s".formatted(name, language.tag(), missing));
          }
        });
    return new WordFile(words);
  }

  private static Map<String, String> read(String name, Language language) {
    String path = "words/%s_%s.properties".formatted(name, language.tag());
    URL file = Thread.currentThread().getContextClassLoader().getResource(path);
    if (file == null) {
      return Map.of();
    }
    try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> words = new HashMap<>();
      properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
