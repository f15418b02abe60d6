package io.casewire.kit.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.kit.Applied;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ExpirySweepTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Transactions transactions;
  @Inject SetAside setAside;
  @Inject LoopSupervisor loops;
  @Inject Applied applied;

  @Test
  void a_table_whose_rows_can_not_be_deleted_is_set_aside_and_the_others_are_swept() {
    // Given
    String subject = UUID.randomUUID().toString();
    transactions
        .write(unitOfWork -> applied.note(unitOfWork, subject, "old"))
        .await()
        .atMost(PATIENCE);
    ExpirySweep sweep =
        new ExpirySweep(
            transactions,
            setAside,
            loops,
            List.of(
                new Expiring("no_such_table", "id", "true"),
                new Expiring("applied", "id", "subject = '%s'".formatted(subject))));

    // When
    sweep.pass().await().atMost(PATIENCE);

    // Then
    assertEquals(List.of(), applied.to(subject));
    assertEquals(
        1,
        applied.count(
            "select count(*) from set_aside where queue = 'expiry' and key = ?1", "no_such_table"));
  }
}
