package io.casewire.intake.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Category;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTest {

  private static final Classifier CLASSIFIER = new Classifier();

  @ParameterizedTest
  @EnumSource
  void it_is_good_on_texts_it_has_never_seen(TextLanguage language) {
    // When
    Scores scores = ClassifierEvaluation.heldOut(CLASSIFIER, language);

    // Then
    assertTrue(scores.macroF1() >= 0.75, () -> language + " macro-F1 " + scores.macroF1());
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 登录验证码收不到，进不去账户, LOGIN",
    "zh, 忘記密碼了，想重設密碼, PASSWORD_RESET",
    "en, How do I reset my password?, PASSWORD_RESET",
    "en, HOW DO I RESET MY PASWORD, PASSWORD_RESET",
    "en, Our server gets no webhook from your API, MERCHANT_INTEGRATION"
  })
  void it_names_what_a_plain_request_is_about(String language, String text, Category category) {
    assertEquals(category, CLASSIFIER.classify(text, language).category());
  }

  @ParameterizedTest
  @CsvSource({"zh, ''", "en, ''", "en, '?!? …'", "zh, 🙏🙏🙏", "en, xyzzy qwzx", "zh, 饕餮魑魅"})
  void a_text_that_says_nothing_known_is_other(String language, String text) {
    // When
    Classification classification = CLASSIFIER.classify(text, language);

    // Then
    assertEquals(Category.OTHER, classification.category());
    assertTrue(classification.confidence() < 0.5);
  }

  @Test
  void a_language_it_has_not_learned_is_other_without_confidence() {
    assertEquals(
        new Classification(Category.OTHER, 0),
        CLASSIFIER.classify("Ich habe mein Passwort vergessen", "de"));
  }

  @Test
  void only_the_first_two_thousand_characters_count() {
    // Given
    String start = "I forgot my password. ".repeat(100).substring(0, 2_000);

    // When
    Classification whole = CLASSIFIER.classify(start + " refund".repeat(50_000), "en");

    // Then
    assertEquals(CLASSIFIER.classify(start, "en"), whole);
  }

  @Test
  void another_instance_gives_the_same_answers_on_many_threads() {
    // Given
    Classifier other = new Classifier();
    List<LabelledText> texts = LabelledText.heldOut(TextLanguage.ENGLISH);

    // When
    List<Classification> answers =
        texts.parallelStream().map(text -> other.classify(text.text(), "en")).toList();

    // Then
    IntStream.range(0, texts.size())
        .forEach(i -> assertEquals(CLASSIFIER.classify(texts.get(i).text(), "en"), answers.get(i)));
  }
}
