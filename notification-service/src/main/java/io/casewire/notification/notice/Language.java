package io.casewire.notification.notice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language that notices are written in. */
public enum Language {
  CHINESE("zh"),
  ENGLISH("en");

  /** What everybody gets whose own language is not among these. */
  public static final Language FALLBACK = ENGLISH;

  /** How well an agent knows a language, best first. */
  private static final List<String> LEVELS = List.of("native", "fluent", "translate");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The primary subtag (BCP 47). */
  public String tag() {
    return tag;
  }

  /** The language for somebody who asked for this locale. */
  public static Language of(String locale) {
    return byTag(Locale.forLanguageTag(locale).getLanguage()).orElse(FALLBACK);
  }

  /**
   * The language for somebody who knows several.
   *
   * @param levels primary subtag to {@code native}, {@code fluent} or {@code translate}
   */
  public static Language bestOf(Map<String, String> levels) {
    return levels.keySet().stream()
        .map(Language::byTag)
        .flatMap(Optional::stream)
        .min(
            Comparator.comparingInt((Language known) -> rank(levels.get(known.tag)))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(FALLBACK);
  }

  private static int rank(String level) {
    int place = LEVELS.indexOf(level);
    return place < 0 ? LEVELS.size() : place;
  }

  private static Optional<Language> byTag(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
