package io.casewire.intake.language;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names the language of a text as a primary subtag (BCP 47).
 *
 * <ul>
 *   <li>The script decides where it can, even for a single character: Chinese, Japanese, Korean,
 *       Thai and so on.
 *   <li>Text in Latin letters is told apart by its {@linkplain FunctionWords function words}.
 *   <li>Text that is too short takes the language of the locale, or English when there is none. So
 *       does Latin text without such words, unless the language of the locale is not written in
 *       Latin letters: then it is taken for English.
 * </ul>
 *
 * <p>Instances may be shared between threads.
 */
public final class LanguageDetector {

  private static final int LONGEST_TEXT = 1_000;
  private static final int FEWEST_LETTERS = 20;
  private static final String FALLBACK = "en";

  /** Addresses are in Latin letters whatever the language. The quantifiers never step back. */
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S++|[\\w.+-]++@[\\w.-]++");

  private final FunctionWords words = FunctionWords.load();

  /**
   * The language of a text by its first 1,000 characters.
   *
   * @param localeHint the customer's locale, such as {@code zh-CN}; may be empty or nonsense
   */
  public String detect(String text, String localeHint) {
    String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    String prose = ADDRESS.matcher(start).replaceAll(" ");
    ScriptCount scripts = ScriptCount.of(prose);
    String hint = languageOf(localeHint);
    return scripts
        .language(hint)
        .orElseGet(() -> scripts.latin() < FEWEST_LETTERS ? hint : ofLatin(prose, hint));
  }

  private String ofLatin(String prose, String hint) {
    return words.language(prose, ScriptCount.isLatin(hint) ? hint : FALLBACK);
  }

  private static String languageOf(String localeHint) {
    String language = Locale.forLanguageTag(localeHint.strip().replace('_', '-')).getLanguage();
    return language.isEmpty() ? FALLBACK : language;
  }
}
