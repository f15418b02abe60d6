package io.casewire.sla.timekeeping;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseStatus;
import io.casewire.events.Event;
import io.casewire.events.EventType;
import io.casewire.events.Publication;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaWarning;
import io.casewire.events.Sources;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.id.Ids;
import io.casewire.kit.inbox.EventHandlers;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.cases.CaseAlarms;
import io.casewire.sla.flow.CaseScript;
import io.casewire.sla.flow.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What sla decides says how much of routing's events it had seen. */
@QuarkusTest
class SightFlowTest extends FlowTest {

  private static final String HOLD =
      "select last_sequence from inbox where source = $1 and subject = $2 for update";

  @Inject AlarmTimer timer;
  @Inject Transactions transactions;
  @Inject Inbox inbox;
  @Inject EventHandlers handlers;

  @Test
  void an_alarm_that_overtakes_a_change_of_status_does_not_claim_to_have_seen_it() {
    // Given: sla hears of nothing more
    CaseScript script = CaseScript.through(channel, now);
    stream.say(script.opened());
    stream.say(script.queuedIn("payments"));
    eventually(() -> assertEquals(1, position(script)));
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    CompletableFuture<?> holding = hold(script, stopped);

    // When
    stream.say(script.moved(CaseStatus.OPEN, CaseStatus.PENDING, now.plus(HOUR).minusSeconds(60)));
    ring(script, now.plus(HOUR).minusSeconds(600));
    ring(script, now.plus(HOUR));
    stopped.complete(null);
    holding.join();

    // Then
    SlaWarning warning = hears(1, SlaWarning.class, script).getFirst();
    CaseEscalated escalated = hears(1, CaseEscalated.class, script).getFirst();
    assertEquals(1, warning.seenRoutingSeq());
    assertEquals(1, escalated.seenRoutingSeq());
    hears(1, SlaBreachWithdrawn.class, script);
    assertEquals(2, position(script));
  }

  @Test
  void an_alarm_that_is_raised_late_knows_nothing_of_what_came_after_it() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(60));

    // When
    inbox
        .receive(
            List.of(
                record(script.opened(), 1),
                record(script.queuedIn("payments"), 1),
                record(script.moved(CaseStatus.OPEN, CaseStatus.PENDING, now), 2),
                record(script.moved(CaseStatus.PENDING, CaseStatus.OPEN, now), 3)),
            handlers.of(Topics.CASE_EVENTS))
        .await()
        .atMost(Duration.ofMinutes(1));

    // Then
    assertEquals(1, hears(1, CaseEscalated.class, script).getFirst().seenRoutingSeq());
  }

  private void ring(CaseScript script, Instant at) {
    DueTimer due = new DueTimer(CaseAlarms.KIND, script.caseId().toString(), at, "");
    transactions
        .write(unitOfWork -> timer.fire(unitOfWork, List.of(due), at))
        .await()
        .atMost(Duration.ofMinutes(1));
  }

  private CompletableFuture<?> hold(CaseScript script, CompletableFuture<Void> until) {
    CompletableFuture<Void> held = new CompletableFuture<>();
    CompletableFuture<?> done =
        transactions
            .write(
                unitOfWork ->
                    unitOfWork
                        .statement(HOLD)
                        .bind(Sources.ROUTING)
                        .bind(script.caseId().toString())
                        .rows()
                        .invoke(_ -> held.complete(null))
                        .chain(() -> inContext(Uni.createFrom().completionStage(until))))
            .subscribeAsCompletionStage();
    held.join();
    return done;
  }

  private static <T> Uni<T> inContext(Uni<T> work) {
    Context context = Vertx.currentContext();
    return work.emitOn(command -> context.runOnContext(_ -> command.run()));
  }

  private long position(CaseScript script) {
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(
                        "select coalesce(max(last_sequence), 0) from inbox"
                            + " where source = ?1 and subject = ?2",
                        Long.class)
                    .setParameter(1, Sources.ROUTING)
                    .setParameter(2, script.caseId().toString())
                    .getSingleResult())
        .await()
        .atMost(Duration.ofMinutes(1));
  }

  private static StreamRecord record(Event event, long sequence) {
    Cause cause = Cause.of(UUID.randomUUID().toString(), null);
    OutgoingEvent outgoing =
        Publication.of(event, null, Ids.next(), sequence, Instant.now(), cause);
    return new StreamRecord(
        EventType.of(event).topic(),
        0,
        0,
        event.subject(),
        CloudEventHeaders.of(outgoing.envelope()),
        outgoing.body());
  }
}
