package io.casewire.kit.web;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the pages in every language.
 *
 * <p>Each part of the application has files of its own: {@code words/kit} for what all pages say,
 * {@code words/contract} for the names of what the events speak of, {@code words/service} for the
 * pages of the service. A service with a word that one language lacks does not start.
 */
@Singleton
public class Words {

  private static final List<String> FILES = List.of("kit", "contract", "service");

  private final Map<Language, Map<String, String>> words;

  /** Reads all files of the class path. */
  public Words() {
    Map<Language, Map<String, String>> all = new HashMap<>();
    Language.all().forEach(language -> all.put(language, new HashMap<>()));
    for (String file : FILES) {
      WordFile.read(file).words().forEach((language, known) -> addAll(all.get(language), known));
    }
    this.words = Map.copyOf(all);
  }

  /**
   * What a key says, with {@code {0}} and so on replaced as by {@link MessageFormat}; without
   * arguments the text is taken as it stands.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public String say(Language language, String key, Object... arguments) {
    String text = words.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    return arguments.length == 0
        ? text
        : new MessageFormat(text, language.locale()).format(arguments);
  }

  /** Whether a key has words. */
  public boolean has(String key) {
    return words.getOrDefault(Language.ENGLISH, Map.of()).containsKey(key);
  }

  private static void addAll(Map<String, String> all, Map<String, String> known) {
    known.forEach(
        (key, text) -> {
          if (all.putIfAbsent(key, text) != null) {
            throw new IllegalStateException("Two files have words for " + key);
          }
        });
  }
}
