package io.casewire.intake.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Category;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The labelled texts keep what the measurement relies on. */
class LabelledTextTest {

  @ParameterizedTest
  @EnumSource
  void every_category_has_enough_texts(TextLanguage language) {
    for (Category category : Category.values()) {
      assertTrue(count(LabelledText.training(language), category) >= 25, category::wireName);
      assertTrue(count(LabelledText.heldOut(language), category) >= 10, category::wireName);
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_text_is_there_twice_and_none_is_both_learned_and_asked(TextLanguage language) {
    // Given
    List<String> texts =
        Stream.of(LabelledText.training(language), LabelledText.heldOut(language))
            .flatMap(List::stream)
            .map(text -> text.text().toLowerCase().replaceAll("[^\\p{L}]", ""))
            .toList();

    // When
    Set<String> seen = new HashSet<>();
    List<String> twice = texts.stream().filter(text -> !seen.add(text)).toList();

    // Then
    assertEquals(List.of(), twice);
  }

  private static long count(List<LabelledText> texts, Category category) {
    return texts.stream().filter(text -> text.category() == category).count();
  }
}
