package io.casewire.kit.signal;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class SignalsTest {

  @Inject Signals signals;
  @Inject Transactions transactions;

  @Test
  void a_signal_arrives_when_its_transaction_commits_and_never_otherwise() {
    // Given
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger connected = new AtomicInteger();
    signals.listen("signals_test", heard::add, connected::incrementAndGet);
    eventually(() -> assertTrue(connected.get() > 0));

    // When
    transactions
        .write(
            unitOfWork ->
                signals
                    .send(unitOfWork, "signals_test", "rolled back")
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
    transactions
        .write(unitOfWork -> signals.send(unitOfWork, "signals_test", "committed"))
        .await()
        .indefinitely();

    // Then
    eventually(() -> assertEquals(List.of("committed"), heard));
  }
}
