package io.casewire.sla.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseStatus;
import io.casewire.events.EscalationAction;
import io.casewire.events.Priority;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockCancelled;
import io.casewire.events.SlaClockMet;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockRetargeted;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.SlaMetric;
import io.casewire.events.SlaWarning;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockFlowTest extends FlowTest {

  @Test
  void an_opened_case_has_clocks_from_when_the_customer_wrote() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(60));
    var opened = script.opened();

    // When
    var cause = stream.say(opened);

    // Then
    List<SlaClockStarted> started = hears(2, SlaClockStarted.class, script);
    assertEquals(
        List.of(SlaMetric.FIRST_RESPONSE, SlaMetric.RESOLUTION),
        started.stream().map(SlaClockStarted::metric).toList());
    assertEquals(
        List.of(script.openedAt().plus(HOUR), script.openedAt().plus(Duration.ofDays(1))),
        started.stream().map(SlaClockStarted::dueAt).toList());
    assertEquals(opened.messageId(), started.getFirst().awaitedMessageId());
    assertEquals(channel, started.getFirst().policy());
    var envelope = stream.heard(script.caseId().toString()).getFirst().envelope();
    assertEquals(cause.envelope().id().toString(), envelope.causationId());
    assertEquals(cause.envelope().correlationId(), envelope.correlationId());
    assertEquals(opened.customerId(), envelope.customerId());
  }

  @Test
  void a_reply_meets_the_first_response_and_the_next_message_waits_for_the_next() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(60));
    stream.say(script.opened());

    // When
    stream.say(script.answered(now, 1));
    stream.say(script.writesAgain(now.plusSeconds(1)));

    // Then
    SlaClockMet met = hears(1, SlaClockMet.class, script).getFirst();
    assertEquals(SlaMetric.FIRST_RESPONSE, met.metric());
    assertEquals(now, met.metAt());
    assertFalse(met.late());
    SlaClockStarted next = hears(3, SlaClockStarted.class, script).getLast();
    assertEquals(SlaMetric.NEXT_RESPONSE, next.metric());
    assertEquals(now.plusSeconds(1).plus(Duration.ofMinutes(30)), next.dueAt());
  }

  @Test
  void an_answer_that_did_not_arrive_answered_nobody_until_it_is_sent_once_more() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(600));
    var answer = script.answered(now.minusSeconds(300), 1);
    stream.sayAll(
        script.opened(), answer, script.notified(answer.messageId(), now.minusSeconds(299)));
    SlaClockMet met = hears(1, SlaClockMet.class, script).getFirst();

    // When
    stream.say(script.undelivered(answer.messageId(), now));

    // Then
    SlaClockResumed resumed = hears(1, SlaClockResumed.class, script).getFirst();
    assertEquals(met.clockId(), resumed.clockId());
    assertEquals(SlaMetric.FIRST_RESPONSE, resumed.metric());
    assertEquals(now, resumed.resumedAt());
    assertEquals(now.plus(HOUR).minusSeconds(300), resumed.dueAt());

    // When
    stream.say(script.notified(answer.messageId(), now.plusSeconds(1)));

    // Then
    assertEquals(now.plusSeconds(1), hears(2, SlaClockMet.class, script).getLast().metAt());
    is_numbered_without_gap(script);
  }

  @Test
  void a_missed_deadline_is_the_breach_and_each_level_is_reached_once() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(600));

    // When
    var opened = stream.say(script.opened());
    hears(2, CaseEscalated.class, script);
    stream.repeat(opened);
    stream.say(script.queuedIn("payments"));
    stream.say(script.writesAgain(now));

    // Then
    Instant due = script.openedAt().plus(HOUR);
    SlaBreached breached = hears(1, SlaBreached.class, script).getFirst();
    assertEquals(due, breached.dueAt());
    assertEquals(due, breached.breachedAt());
    assertNotNull(breached.noticedAt());
    List<CaseEscalated> levels = stream.heard(CaseEscalated.class, script.caseId().toString());
    assertEquals(List.of(1, 2), levels.stream().map(CaseEscalated::level).toList());
    assertEquals(List.of("owner", "lead"), levels.stream().map(CaseEscalated::to).toList());
    assertEquals(EscalationAction.RAISE_PRIORITY, levels.getLast().action());
    assertEquals(due.plus(Duration.ofMinutes(5)), levels.getLast().at());
    assertEquals(List.of(), stream.heard(SlaWarning.class, script.caseId().toString()));
    is_numbered_without_gap(script);
  }

  @Test
  void a_clock_that_comes_close_to_its_end_warns_and_breaches_by_itself() {
    // Given: the warning is due in a second, and the end some seconds later
    put(Map.of("firstResponse", "PT40S"));
    CaseScript script = CaseScript.through(channel, Instant.now().minusSeconds(29));

    // When
    stream.say(script.opened());

    // Then
    SlaWarning warning = hears(1, SlaWarning.class, script).getFirst();
    assertEquals(warning.dueAt().minusSeconds(10), warning.warnedAt());
    assertNull(warning.noticedAt());
    SlaBreached breached = hears(1, SlaBreached.class, script).getFirst();
    assertEquals(warning.dueAt(), breached.breachedAt());
    assertNull(breached.noticedAt());
  }

  @Test
  void a_reply_in_time_that_is_heard_of_late_withdraws_the_breach() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(600));
    stream.say(script.opened());
    List<CaseEscalated> escalated = hears(2, CaseEscalated.class, script);

    // When
    Instant inTime = script.openedAt().plus(HOUR);
    stream.say(script.answered(inTime, 1));

    // Then
    SlaBreachWithdrawn withdrawn = hears(1, SlaBreachWithdrawn.class, script).getFirst();
    assertEquals(inTime, withdrawn.metAt());
    assertEquals(
        escalated.stream().map(CaseEscalated::escalationId).toList(), withdrawn.escalationIds());
    assertFalse(hears(1, SlaClockMet.class, script).getFirst().late());
  }

  @Test
  void a_late_reply_leaves_the_breach_as_it_is() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(600));
    stream.say(script.opened());

    // When
    stream.say(script.answered(now, 1));

    // Then
    assertTrue(hears(1, SlaClockMet.class, script).getFirst().late());
    assertEquals(1, stream.heard(SlaBreached.class, script.caseId().toString()).size());
    assertEquals(List.of(), stream.heard(SlaBreachWithdrawn.class, script.caseId().toString()));
  }

  @Test
  void a_pending_case_stands_still_and_gets_the_rest_afterwards() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(600));
    stream.say(script.opened());
    stream.say(script.answered(now.minusSeconds(300), 1));

    // When
    stream.say(script.moved(CaseStatus.OPEN, CaseStatus.PENDING, now.minusSeconds(300)));
    stream.say(script.moved(CaseStatus.PENDING, CaseStatus.OPEN, now));

    // Then
    SlaClockPaused paused = hears(1, SlaClockPaused.class, script).getFirst();
    assertEquals(SlaMetric.RESOLUTION, paused.metric());
    assertEquals(script.openedAt().plus(Duration.ofDays(1)), paused.dueAt());
    assertEquals(Duration.ofDays(1).minusSeconds(300), paused.remaining());
    SlaClockResumed resumed = hears(1, SlaClockResumed.class, script).getFirst();
    assertEquals(now.plus(paused.remaining()), resumed.dueAt());
  }

  @Test
  void a_resolved_case_has_nobody_who_waits() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(60));
    stream.say(script.opened());

    // When
    stream.say(script.moved(CaseStatus.OPEN, CaseStatus.RESOLVED, now));
    stream.say(script.moved(CaseStatus.RESOLVED, CaseStatus.CLOSED, now.plusSeconds(1)));

    // Then
    assertEquals("resolved", hears(1, SlaClockCancelled.class, script).getFirst().reason());
    assertEquals(SlaMetric.RESOLUTION, hears(1, SlaClockMet.class, script).getFirst().metric());
  }

  @Test
  void only_a_priority_that_people_changed_selects_a_policy_anew() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(1));
    stream.say(script.opened());
    CaseEscalated escalated = hears(1, CaseEscalated.class, script).getFirst();

    // When
    stream.say(script.raised(Priority.URGENT, escalated.escalationId(), now));
    stream.say(script.writesAgain(now));
    stream.say(script.answered(now, 2));

    // Then
    hears(1, SlaClockMet.class, script);
    assertEquals(List.of(), stream.heard(SlaClockCancelled.class, script.caseId().toString()));

    // When
    stream.say(script.raised(Priority.URGENT, null, now));

    // Then: the policy of urgent cases has no targets
    assertEquals("no-target", hears(1, SlaClockCancelled.class, script).getFirst().reason());
  }

  @Test
  void new_policies_are_for_new_clocks_until_a_supervisor_says_otherwise() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(60));
    stream.say(script.opened());
    SlaClockStarted started = hears(2, SlaClockStarted.class, script).getFirst();
    put(Map.of("firstResponse", "PT2H", "resolution", "P1D"));
    stream.say(script.queuedIn("payments"));

    // When
    Desk.agent("ann").post("/policies/rebase", Map.of()).statusCode(403);
    assertEquals(List.of(), stream.heard(SlaClockRetargeted.class, script.caseId().toString()));
    Desk.BOSS.post("/policies/rebase", Map.of()).statusCode(202);

    // Then
    SlaClockRetargeted retargeted = hears(2, SlaClockRetargeted.class, script).getFirst();
    assertEquals(started.clockId(), retargeted.clockId());
    assertEquals(script.openedAt().plus(Duration.ofHours(2)), retargeted.dueAt());
    assertEquals(started.policyVersion() + 1, retargeted.policyVersion());
    is_numbered_without_gap(script);
  }

  private void is_numbered_without_gap(CaseScript script) {
    List<Long> numbers =
        stream.heard(script.caseId().toString()).stream()
            .map(heard -> heard.envelope().sequence())
            .toList();
    assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
  }
}
