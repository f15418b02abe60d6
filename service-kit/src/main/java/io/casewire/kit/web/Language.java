package io.casewire.kit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the pages speak. */
public enum Language {
  ENGLISH("en", "English"),
  CHINESE("zh", "中文");

  /** The cookie with a reader's choice. */
  public static final String COOKIE = "casewire-language";

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The primary subtag of BCP 47, as in the attribute {@code lang} of a page. */
  public String tag() {
    return tag;
  }

  /** How its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For formatting numbers. */
  Locale locale() {
    return Locale.of(tag);
  }

  /** The language of a tag such as {@code zh-Hans-CN}. */
  public static Optional<Language> of(String tag) {
    String primary = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values()).filter(language -> language.tag.equals(primary)).findFirst();
  }

  /**
   * The language for a reader: what he chose, else what his browser prefers among ours (RFC 9110,
   * section 12.5.4), else English.
   */
  static Language preferred(@Nullable String chosen, @Nullable String acceptLanguage) {
    return Optional.ofNullable(chosen)
        .flatMap(Language::of)
        .or(() -> Optional.ofNullable(acceptLanguage).flatMap(Language::firstAccepted))
        .orElse(ENGLISH);
  }

  private static Optional<Language> firstAccepted(String acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> of(range.getRange()))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static List<Language> all() {
    return List.of(values());
  }
}
