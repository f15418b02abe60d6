package io.casewire.notification.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The languages that notices are written in, as primary subtags (BCP 47).
 *
 * @param tags in order of preference; the first is for everybody whose own is not among them
 */
public record Languages(List<String> tags) {

  /** How well an agent knows a language, best first. */
  private static final List<String> LEVELS = List.of("native", "fluent", "translate");

  /**
   * @throws IllegalArgumentException if there is none
   */
  public Languages {
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("at least one language is needed");
    }
    tags = List.copyOf(tags);
  }

  /** The language for somebody who asked for this locale. */
  public String of(String locale) {
    String language = Locale.forLanguageTag(locale).getLanguage();
    return tags.contains(language) ? language : tags.getFirst();
  }

  /**
   * The language for somebody who knows several: the one that he knows best.
   *
   * @param levels primary subtag to {@code native}, {@code fluent} or {@code translate}
   */
  public String bestOf(Map<String, String> levels) {
    return tags.stream()
        .filter(levels::containsKey)
        .min(Comparator.comparingInt(tag -> rank(levels.get(tag))))
        .orElse(tags.getFirst());
  }

  private static int rank(String level) {
    int place = LEVELS.indexOf(level);
    return place < 0 ? LEVELS.size() : place;
  }
}
