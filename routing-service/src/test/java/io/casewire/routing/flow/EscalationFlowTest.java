package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.Priority;
import io.casewire.events.SlaMetric;
import io.casewire.kit.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationFlowTest extends FlowTest {

  @Test
  void a_case_that_becomes_more_urgent_says_which_escalation_made_it_so() {
    // Given
    CaseOpened opened = openedAndOwnedBy(onlineAgent());

    // When
    CaseEscalated escalated = escalated(opened, "owner", EscalationAction.RAISE_PRIORITY);
    stream.say(escalated);

    // Then
    EscalationResolved resolved = resolved(opened);
    assertEquals(EscalationOutcome.DONE, resolved.outcome());
    assertEquals(List.of(queue + "-a"), resolved.recipients());
    CasePriorityChanged changed =
        stream.heard(CasePriorityChanged.class, opened.subject()).getFirst();
    assertEquals(Priority.HIGH, changed.to());
    assertEquals(escalated.escalationId(), changed.escalationId());
    Desk.BOSS.get("/cases/" + opened.caseId()).body("priority", equalTo("high"));
  }

  @Test
  void an_escalation_of_a_message_that_was_answered_meanwhile_is_dropped() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    agent
        .post("/cases/" + opened.caseId() + "/replies", Map.of("text", "Here we are."))
        .statusCode(201);

    // When
    stream.say(escalated(opened, "supervisor", EscalationAction.REASSIGN));

    // Then
    EscalationResolved resolved = resolved(opened);
    assertEquals(EscalationOutcome.OBSOLETE, resolved.outcome());
    assertEquals(List.of(), resolved.recipients());
    isOwnedBy(opened, agent.agentId());
  }

  @Test
  void an_escalation_that_is_delivered_twice_is_carried_out_once() {
    // Given
    CaseOpened opened = openedAndOwnedBy(onlineAgent());

    // When
    var said = stream.say(escalated(opened, "owner", EscalationAction.RAISE_PRIORITY));
    stream.repeat(said);
    stream.say(escalated(opened, "owner", EscalationAction.NOTIFY));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of(EscalationAction.RAISE_PRIORITY, EscalationAction.NOTIFY),
                stream.heard(EscalationResolved.class, opened.subject()).stream()
                    .map(EscalationResolved::action)
                    .toList()));
    assertEquals(1, stream.heard(CasePriorityChanged.class, opened.subject()).size());
  }

  @Test
  void an_escalation_that_was_decided_before_the_case_changed_owners_changes_nothing() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    long seen = lastSequence(opened);
    agent.post("/cases/" + opened.caseId() + "/status", Map.of("to", "pending")).statusCode(200);

    // When
    stream.say(escalated(opened, "owner", EscalationAction.REASSIGN, seen));

    // Then
    assertEquals(EscalationOutcome.OBSOLETE, resolved(opened).outcome());
    isOwnedBy(opened, agent.agentId());
  }

  @Test
  void levels_that_were_decided_together_do_not_overtake_each_other_and_neither_does_a_note() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    long seen = lastSequence(opened);
    agent.post("/cases/" + opened.caseId() + "/notes", Map.of("text", "Seen")).statusCode(201);

    // When
    stream.sayAll(
        escalated(opened, "owner", EscalationAction.RAISE_PRIORITY, seen),
        escalated(opened, "owner", EscalationAction.RAISE_PRIORITY, seen));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of(EscalationOutcome.DONE, EscalationOutcome.DONE),
                stream.heard(EscalationResolved.class, opened.subject()).stream()
                    .map(EscalationResolved::outcome)
                    .toList()));
    Desk.BOSS.get("/cases/" + opened.caseId()).body("priority", equalTo("urgent"));
  }

  /** Of what routing has said about the case until now, once it has said who owns it. */
  private long lastSequence(CaseOpened opened) {
    eventually(() -> assertEquals(1, stream.heard(CaseAssigned.class, opened.subject()).size()));
    return stream.heard(opened.subject()).getLast().envelope().sequence();
  }

  private Desk onlineAgent() {
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");
    return agent;
  }

  private EscalationResolved resolved(CaseOpened opened) {
    eventually(
        () -> assertEquals(1, stream.heard(EscalationResolved.class, opened.subject()).size()));
    return stream.heard(EscalationResolved.class, opened.subject()).getFirst();
  }

  private static CaseEscalated escalated(CaseOpened opened, String to, EscalationAction action) {
    return escalated(opened, to, action, null);
  }

  private static CaseEscalated escalated(
      CaseOpened opened, String to, EscalationAction action, Long seenRoutingSeq) {
    return new CaseEscalated(
        opened.caseId(),
        Ids.next(),
        Ids.next(),
        SlaMetric.FIRST_RESPONSE,
        1,
        to,
        action,
        opened.messageId(),
        Instant.now(),
        null,
        seenRoutingSeq);
  }
}
