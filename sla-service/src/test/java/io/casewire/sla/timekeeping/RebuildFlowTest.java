package io.casewire.sla.timekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Event;
import io.casewire.events.Priority;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandlers;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.flow.CaseScript;
import io.casewire.sla.flow.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The topic and the versions of the rules are all that clocks are made of. */
@QuarkusTest
class RebuildFlowTest extends FlowTest {

  private static final String CLOCKS =
      """
      select cast(to_jsonb(clock) as text) from clock
      where case_id = any (cast($1 as uuid[])) order by case_id, clock_id
      """;

  private static final List<String> CASES =
      List.of(
          "delete from escalation where case_id = any (cast($1 as uuid[]))",
          "delete from clock where case_id = any (cast($1 as uuid[]))",
          "delete from sla_case where case_id = any (cast($1 as uuid[]))",
          "delete from timer where key = any (cast(cast($1 as uuid[]) as text[]))",
          "delete from inbox where subject = any (cast(cast($1 as uuid[]) as text[]))");

  @Inject Transactions transactions;
  @Inject Inbox inbox;
  @Inject EventHandlers handlers;

  private final List<OutgoingEvent> said = new ArrayList<>();

  @Test
  void facts_that_are_read_again_after_the_policies_changed_give_the_same_clocks() {
    // Given: one case before the change, one after it, one on both sides of it
    CaseScript before = CaseScript.through(channel, now.minusSeconds(60));
    CaseScript across = CaseScript.through(channel, now.minusSeconds(60));
    CaseScript after = CaseScript.through(channel, now.minusSeconds(60));
    say(before.opened(), across.opened(), across.answered(now, 1));
    put(Map.of("firstResponse", "PT3H", "nextResponse", "PT2H", "resolution", "P2D"));
    var lost = after.answered(now, 1);
    say(across.writesAgain(now), after.opened(), lost, after.undelivered(lost.messageId(), now));
    say(before.moved(CaseStatus.OPEN, CaseStatus.PENDING, now));
    put(Map.of("firstResponse", "PT5H", "nextResponse", "PT4H", "resolution", "P4D"));
    say(before.moved(CaseStatus.PENDING, CaseStatus.OPEN, now));
    say(across.raised(Priority.HIGH, null, now), after.classified(Category.FEES, now));
    hears(3, SlaClockStarted.class, across);
    hears(1, SlaClockResumed.class, after);
    hears(2, SlaClockResumed.class, before);
    List<UUID> caseIds = Stream.of(before, across, after).map(CaseScript::caseId).toList();
    List<String> first = clocks(caseIds);

    // When
    forget(caseIds);
    inbox
        .receive(
            said.stream().map(RebuildFlowTest::record).toList(), handlers.of(Topics.CASE_EVENTS))
        .await()
        .atMost(Duration.ofMinutes(1));

    // Then
    assertEquals(first, clocks(caseIds));
    List<SlaClockStarted> started = stream.heard(SlaClockStarted.class, across.caseId().toString());
    assertNotEquals(started.getFirst().policyVersion(), started.get(2).policyVersion());
    assertEquals(now.plus(Duration.ofHours(2)), started.get(2).dueAt());
  }

  private void say(Event... events) {
    Stream.of(events).map(stream::say).forEach(said::add);
  }

  private List<String> clocks(List<UUID> caseIds) {
    return done(
        unitOfWork ->
            unitOfWork.statement(CLOCKS).bind(caseIds.toArray(UUID[]::new)).column(String.class));
  }

  private void forget(List<UUID> caseIds) {
    for (String sql : CASES) {
      done(unitOfWork -> unitOfWork.statement(sql).bind(caseIds.toArray(UUID[]::new)).update());
    }
  }

  private <T> T done(Function<UnitOfWork, Uni<T>> work) {
    return transactions.write(work).await().atMost(Duration.ofMinutes(1));
  }

  private static StreamRecord record(OutgoingEvent event) {
    Map<String, String> headers = CloudEventHeaders.of(event.envelope());
    return new StreamRecord(event.topic(), 0, 0, event.envelope().subject(), headers, event.body());
  }
}
