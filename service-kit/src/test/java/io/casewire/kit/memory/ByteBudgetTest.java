package io.casewire.kit.memory;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {

  private final ByteBudget budget = new ByteBudget(100);
  private final ByteBudget.Share first = budget.share();
  private final ByteBudget.Share second = budget.share();

  @Test
  void nobody_gets_more_than_is_left() {
    assertTrue(first.tryTake(60));

    assertFalse(second.tryTake(41));
    assertTrue(second.tryTake(40));
    assertEquals(100, budget.taken());
  }

  @Test
  void what_is_given_back_can_be_taken_again_and_is_given_back_once() {
    first.tryTake(60);

    first.close();
    first.close();

    assertEquals(0, budget.taken());
    assertTrue(second.tryTake(100));
  }

  @Test
  void a_share_that_was_given_back_takes_no_more() {
    first.close();

    assertFalse(first.tryTake(1));
    assertEquals(0, budget.taken());
  }

  @Test
  void what_is_larger_than_the_budget_passes_alone() {
    assertTrue(first.tryTake(60));
    assertTrue(first.tryTake(60));

    assertFalse(second.tryTake(1));
    first.close();
    assertTrue(second.tryTake(101));
  }

  @Test
  void work_that_waits_is_not_overtaken() throws InterruptedException {
    // Given
    first.tryTake(60);
    Thread mail = Thread.ofPlatform().start(() -> await(second, 50));
    eventually(() -> assertEquals(Thread.State.WAITING, mail.getState()));

    // When
    boolean overtaken = budget.share().tryTake(10);

    // Then
    assertFalse(overtaken);
    first.close();
    mail.join();
    assertEquals(50, budget.taken());
  }

  private static void await(ByteBudget.Share share, long bytes) {
    try {
      share.take(bytes);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
