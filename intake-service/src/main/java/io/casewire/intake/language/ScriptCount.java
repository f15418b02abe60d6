package io.casewire.intake.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of a text is in which script, and the language that follows from it. */
final class ScriptCount {

  /** A Chinese or Korean character stands for about as much as this many letters. */
  private static final int LETTERS_PER_CHARACTER = 3;

  /** Chinese texts have a stray kana at most; Japanese ones have more kana than this share. */
  private static final double KANA_SHARE = 0.1;

  /** The languages of a script; the first unless the locale names another of them. */
  private static final Map<UnicodeScript, List<String>> LANGUAGES =
      Map.of(
          UnicodeScript.HAN, List.of("zh"),
          UnicodeScript.HIRAGANA, List.of("ja"),
          UnicodeScript.HANGUL, List.of("ko"),
          UnicodeScript.CYRILLIC, List.of("ru", "uk", "bg", "sr", "mk", "be", "kk"),
          UnicodeScript.ARABIC, List.of("ar", "fa", "ur"),
          UnicodeScript.DEVANAGARI, List.of("hi", "mr", "ne"),
          UnicodeScript.HEBREW, List.of("he", "yi"),
          UnicodeScript.GREEK, List.of("el"),
          UnicodeScript.THAI, List.of("th"));

  private static final Set<String> NOT_LATIN =
      LANGUAGES.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);

  private ScriptCount() {}

  /** Whether a language is written in Latin letters, as far as is known here. */
  static boolean isLatin(String language) {
    return !NOT_LATIN.contains(language);
  }

  static ScriptCount of(String text) {
    ScriptCount count = new ScriptCount();
    text.codePoints().filter(Character::isLetter).forEach(count::add);
    return count;
  }

  /** How many Latin letters there are. */
  int latin() {
    return count(UnicodeScript.LATIN);
  }

  /** The language of the script that prevails; empty for Latin and for scripts not known here. */
  Optional<String> language(String hint) {
    int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
    int han = count(UnicodeScript.HAN);
    if (han + kana > 0 && (han + kana) * LETTERS_PER_CHARACTER >= most()) {
      return Optional.of(kana > KANA_SHARE * (han + kana) ? "ja" : "zh");
    }
    return LANGUAGES.keySet().stream()
        .sorted()
        .filter(script -> weight(script) > 0 && weight(script) == most())
        .map(LANGUAGES::get)
        .map(languages -> languages.contains(hint) ? hint : languages.getFirst())
        .findFirst();
  }

  private void add(int letter) {
    letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
  }

  private int most() {
    return letters.keySet().stream().mapToInt(this::weight).max().orElse(0);
  }

  private int weight(UnicodeScript script) {
    boolean isSyllable = script == UnicodeScript.HANGUL || script == UnicodeScript.HAN;
    return count(script) * (isSyllable ? LETTERS_PER_CHARACTER : 1);
  }

  private int count(UnicodeScript script) {
    return letters.getOrDefault(script, 0);
  }
}
