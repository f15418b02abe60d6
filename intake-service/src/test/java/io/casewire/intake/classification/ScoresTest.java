package io.casewire.intake.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final double EXACT = 1e-12;

  @Test
  void precision_and_recall_are_those_of_the_textbook() {
    // Given
    Scores scores = new Scores();
    scores.add(Category.REFUND, Category.REFUND);
    scores.add(Category.REFUND, Category.REFUND);
    scores.add(Category.REFUND, Category.FEES);
    scores.add(Category.REFUND, Category.FEES);
    scores.add(Category.LOGIN, Category.REFUND);

    // Then
    assertEquals(2.0 / 3, scores.precision(Category.REFUND), EXACT);
    assertEquals(0.5, scores.recall(Category.REFUND), EXACT);
    assertEquals(4.0 / 7, scores.f1(Category.REFUND), EXACT);
    assertEquals(0.4, scores.accuracy(), EXACT);
    assertEquals(4.0 / 7 / Category.values().length, scores.macroF1(), EXACT);
    assertEquals(
        List.of(new Scores.Confusion(Category.REFUND, Category.FEES, 2)), scores.confusions(1));
  }

  @Test
  void a_category_without_texts_and_answers_scores_nothing() {
    assertEquals(0, new Scores().f1(Category.FEES), EXACT);
  }
}
