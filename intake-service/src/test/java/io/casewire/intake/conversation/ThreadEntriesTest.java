package io.casewire.intake.conversation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.intake.IntakeTables;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ThreadEntriesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 40;

  @Inject Transactions transactions;
  @Inject ThreadEntries entries;
  @Inject ChatFeed feed;
  @Inject IntakeTables tables;

  @Test
  void transactions_at_once_give_each_thread_one_order_and_never_wait_for_each_other_in_a_circle() {
    // Given
    List<CaseEntity> cases = Stream.generate(this::caseOfANewThread).limit(4).toList();

    // When
    Uni.combine()
        .all()
        .unis(IntStream.range(0, AT_ONCE).mapToObj(number -> moveAll(cases, number)).toList())
        .usingConcurrencyOf(AT_ONCE)
        .discardItems()
        .await()
        .atMost(PATIENCE);

    // Then
    List<Long> gapless = LongStream.rangeClosed(1, AT_ONCE).boxed().toList();
    for (CaseEntity entity : cases) {
      assertEquals(gapless, numbers(entity.threadId));
      assertEquals(
          1,
          tables.count(
              "thread where next_entry = " + (AT_ONCE + 1) + " and id = ?1", entity.threadId));
    }
  }

  @Test
  void reading_on_costs_what_is_new_however_long_the_conversation_is() {
    // Given
    UUID thread = caseOfANewThread().threadId;
    tables.change(
        """
        insert into thread_entry (thread_id, entry, status, at)
        select ?1, number, 'OPEN', now() from generate_series(1, 5000) number
        """,
        thread);
    tables.change("analyze thread_entry");

    // When
    String plan =
        tables.plan(
            ChatFeed.AFTER
                .replace("?1", "'" + thread + "'")
                .replace("?2", "4990")
                .replace("?3", "20"));

    // Then
    assertThat(plan, containsString("Index Scan using thread_entry_pkey"));
    assertThat(plan, containsString("(entry > 4990)"));
  }

  private CaseEntity caseOfANewThread() {
    CaseEntity entity = new CaseEntity(UUID.randomUUID());
    entity.threadId = UUID.randomUUID();
    transactions
        .write(unitOfWork -> entries.begin(unitOfWork, entity.threadId, ChatDeliveries.CHAT))
        .await()
        .atMost(PATIENCE);
    return entity;
  }

  private Uni<Void> moveAll(List<CaseEntity> cases, int number) {
    List<CaseEntity> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(number));
    return transactions.write(
        unitOfWork -> {
          shuffled.forEach(
              entity -> entries.add(unitOfWork, entity, CaseStatus.PENDING, Instant.EPOCH));
          return Uni.createFrom().voidItem();
        });
  }

  private List<Long> numbers(UUID thread) {
    return feed.after(thread, FeedPosition.START, 2 * AT_ONCE).await().atMost(PATIENCE).stream()
        .map(entry -> entry.position().entry())
        .toList();
  }
}
