package io.casewire.intake.analysis;

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
 * Redacts a customer's text and finds its language and category. The time grows with the text, so a
 * worker thread does it.
 */
@ApplicationScoped
public class TextAnalysis {

  private static final double CHOSEN = 1;

  private final Redactor redactor;
  private final LanguageDetector languages;
  private final Classifier classifier;

  TextAnalysis(Redactor redactor) {
    this.redactor = redactor;
    this.languages = new LanguageDetector();
    this.classifier = new Classifier();
  }

  /**
   * Analyses a subject and a text.
   *
   * @param locale decides the language of a text that is too short to tell
   * @param chosen the category the customer chose, which wins
   */
  public AnalysedText analyse(
      @Nullable String subject, String text, String locale, @Nullable Category chosen) {
    assert EventLoops.areElsewhere() : "a text is analysed on an event loop";
    String cleanSubject = redactNullable(subject);
    String cleanText = redact(text);
    String whole = cleanSubject == null ? cleanText : cleanSubject + "\n" + cleanText;
    String language = languages.detect(cleanText, locale);
    Classification classification =
        chosen == null ? classifier.classify(whole, language) : new Classification(chosen, CHOSEN);
    return new AnalysedText(
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

  /** As {@link #redact}, for a text that may be missing. */
  public @Nullable String redactNullable(@Nullable String text) {
    return text == null ? null : redact(text);
  }
}
