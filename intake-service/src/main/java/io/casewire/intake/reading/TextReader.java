package io.casewire.intake.reading;

import io.casewire.events.Category;
import io.casewire.intake.classification.Classification;
import io.casewire.intake.classification.Classifier;
import io.casewire.intake.classification.PriorityRule;
import io.casewire.intake.language.LanguageDetector;
import io.casewire.kit.loop.EventLoops;
import io.casewire.kit.redaction.Redactor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a customer wrote. It takes processor time in proportion to the text, so it is called
 * on a worker thread.
 */
@ApplicationScoped
public class TextReader {

  private static final double CHOSEN = 1;

  private final Redactor redactor;
  private final LanguageDetector languages;
  private final Classifier classifier;

  TextReader(Redactor redactor, LanguageDetector languages, Classifier classifier) {
    this.redactor = redactor;
    this.languages = languages;
    this.classifier = classifier;
  }

  /**
   * Reads a subject and a text.
   *
   * @param locale decides the language of a text that is too short to tell
   * @param chosen the category the customer chose, which wins
   */
  public ReadText read(
      @Nullable String subject, String text, String locale, @Nullable Category chosen) {
    assert EventLoops.areElsewhere() : "a text is read on an event loop";
    String cleanSubject = redactNullable(subject);
    String cleanText = redact(text);
    String whole = cleanSubject == null ? cleanText : cleanSubject + "\n" + cleanText;
    String language = languages.detect(cleanText, locale);
    Classification classification =
        chosen == null ? classifier.classify(whole, language) : new Classification(chosen, CHOSEN);
    return new ReadText(
        cleanSubject,
        cleanText,
        language,
        classification.category(),
        classification.confidence(),
        PriorityRule.atOpening(classification.category()));
  }

  /** Takes card numbers, passwords and the like out of a text. */
  public String redact(String text) {
    return redactor.redact(text).text();
  }

  /** As {@link #redact}, for what may be missing. */
  public @Nullable String redactNullable(@Nullable String text) {
    return text == null ? null : redact(text);
  }
}
