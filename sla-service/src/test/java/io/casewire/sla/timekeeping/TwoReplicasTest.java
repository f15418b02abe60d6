package io.casewire.sla.timekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseEscalated;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockStarted;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.cases.CaseAlarms;
import io.casewire.sla.flow.CaseScript;
import io.casewire.sla.flow.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwoReplicasTest extends FlowTest {

  @Inject AlarmTimer timer;
  @Inject Transactions transactions;

  @Test
  void an_alarm_that_rings_in_several_replicas_is_raised_once() {
    // Given
    put(Map.of("firstResponse", "PT1H"));
    CaseScript script = CaseScript.through(channel, now);
    stream.say(script.opened());
    hears(1, SlaClockStarted.class, script);
    Instant later = now.plus(Duration.ofDays(2));
    DueTimer due = new DueTimer(CaseAlarms.KIND, script.caseId().toString(), later, "");

    // When
    CompletableFuture<?>[] replicas =
        IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    transactions
                        .write(unitOfWork -> timer.fire(unitOfWork, List.of(due), later))
                        .subscribeAsCompletionStage())
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(replicas).join();

    // Then
    hears(3, CaseEscalated.class, script);
    assertEquals(1, stream.heard(SlaBreached.class, script.caseId().toString()).size());
  }
}
