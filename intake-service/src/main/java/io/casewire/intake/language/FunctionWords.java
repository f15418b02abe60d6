package io.casewire.intake.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The small words that every longer sentence of a language has, such as "the" and "und". The
 * language with the most of them wins; a word that several languages have counts for each.
 */
final class FunctionWords {

  private static final String RESOURCE = "/language/function-words.tsv";

  /** Fewer known words than this can be chance: names, or words that look alike. */
  private static final double LEAST_SHARE = 0.1;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Map<String, List<String>> languagesByWord;

  private FunctionWords(Map<String, List<String>> languagesByWord) {
    this.languagesByWord = languagesByWord;
  }

  /** Reads lines of a language, a tab and its words. */
  static FunctionWords load() {
    Map<String, List<String>> languagesByWord = new HashMap<>();
    for (String line : lines()) {
      int tab = line.indexOf('\t');
      for (String word : line.substring(tab + 1).split(" ")) {
        languagesByWord.computeIfAbsent(word, w -> new ArrayList<>()).add(line.substring(0, tab));
      }
    }
    return new FunctionWords(languagesByWord);
  }

  private static List<String> lines() {
    try (InputStream in = FunctionWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing " + RESOURCE);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /**
   * The language with the most words in the text; {@code hint} when it is among those, or when too
   * few words of the text are known for any language.
   */
  String language(String text, String hint) {
    String[] words = NO_LETTERS.split(text.toLowerCase(Locale.ROOT));
    Map<String, Integer> hits = new LinkedHashMap<>();
    for (String word : words) {
      for (String language : languagesByWord.getOrDefault(word, List.of())) {
        hits.merge(language, 1, Integer::sum);
      }
    }
    int most = hits.values().stream().max(Integer::compare).orElse(0);
    if (most < LEAST_SHARE * words.length || hits.getOrDefault(hint, 0) == most) {
      return hint;
    }
    return hits.keySet().stream().filter(l -> hits.get(l) == most).findFirst().orElse(hint);
  }
}
