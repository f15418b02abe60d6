package io.casewire.routing.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueSelectionTest {

  private static final CaseFacts CHINESE_REFUND_BY_CHAT =
      new CaseFacts(Category.REFUND, "zh", "chat", Priority.HIGH, Assurance.NONE);

  @Test
  void the_first_queue_by_order_whose_match_fits_takes_the_case() {
    // Given
    Queue late = Queues.queue("a-late", 20, taking(Set.of(Category.REFUND), Set.of(), null));
    Queue early = Queues.queue("z-early", 10, taking(Set.of(Category.REFUND), Set.of("zh"), null));
    Queue other = Queues.queue("other", 1, taking(Set.of(Category.LOGIN), Set.of(), null));

    // When
    Queue taken = QueueSelection.firstMatching(List.of(late, early, other), CHINESE_REFUND_BY_CHAT);

    // Then
    assertEquals("z-early", taken.id());
  }

  @Test
  void the_default_queue_takes_what_no_other_takes_whatever_its_own_match_says() {
    // Given
    Queue other = Queues.queue("other", 5, taking(Set.of(Category.LOGIN), Set.of(), null));
    Queue byDefault =
        Queues.queue(Queue.DEFAULT_ID, 0, taking(Set.of(Category.FEES), Set.of(), null));

    // When
    Queue taken = QueueSelection.firstMatching(List.of(other, byDefault), CHINESE_REFUND_BY_CHAT);

    // Then
    assertEquals(Queue.DEFAULT_ID, taken.id());
  }

  @Test
  void the_default_queue_is_tried_last_whatever_its_order() {
    // Given
    Queue byDefault = Queues.queue(Queue.DEFAULT_ID, 0, QueueMatch.ANY);
    Queue refunds = Queues.queue("refunds", 9, taking(Set.of(Category.REFUND), Set.of(), null));

    // When
    Queue taken = QueueSelection.firstMatching(List.of(byDefault, refunds), CHINESE_REFUND_BY_CHAT);

    // Then
    assertEquals("refunds", taken.id());
  }

  @Test
  void there_is_a_default_queue_before_anybody_has_defined_one() {
    // When
    Queue taken = QueueSelection.firstMatching(List.of(), CHINESE_REFUND_BY_CHAT);

    // Then
    assertEquals(Queue.DEFAULT_ID, taken.id());
  }

  @Test
  void a_queue_that_asks_for_assurance_passes_over_senders_who_are_not_known() {
    // Given
    Queue known = Queues.queue("known", 1, taking(Set.of(), Set.of(), Assurance.SESSION));

    // When
    Queue taken = QueueSelection.firstMatching(List.of(known), CHINESE_REFUND_BY_CHAT);

    // Then
    assertEquals(Queue.DEFAULT_ID, taken.id());
  }

  private static QueueMatch taking(
      Set<Category> categories, Set<String> languages, Assurance assurance) {
    return new QueueMatch(categories, languages, Set.of(), Set.of(), assurance);
  }
}
