package io.casewire.intake.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.casewire.events.Category;
import io.casewire.events.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityRuleTest {

  @Test
  void thieves_and_locked_money_come_first_and_praise_last() {
    assertEquals(Priority.HIGH, PriorityRule.atOpening(Category.PHISHING));
    assertEquals(Priority.HIGH, PriorityRule.atOpening(Category.ACCOUNT_FROZEN));
    assertEquals(Priority.NORMAL, PriorityRule.atOpening(Category.REFUND));
    assertEquals(Priority.LOW, PriorityRule.atOpening(Category.FEEDBACK));
  }

  @ParameterizedTest
  @EnumSource
  void no_category_makes_a_case_urgent(Category category) {
    assertNotEquals(Priority.URGENT, PriorityRule.atOpening(category));
  }
}
