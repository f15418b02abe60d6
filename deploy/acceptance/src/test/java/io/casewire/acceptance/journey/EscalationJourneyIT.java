package io.casewire.acceptance.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Policies;
import io.casewire.acceptance.client.Waiting;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case that nobody answers. */
@ExtendWith(StackExtension.class)
class EscalationJourneyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ALARM = "case-escalated";

  private final Desk desk;
  private final String customer = Desk.newCustomer();

  EscalationJourneyIT(Deployment casewire) {
    this.desk = TestDesk.open(casewire);
  }

  @Test
  void an_unanswered_case_is_escalated_to_its_owner_the_lead_and_the_supervisor() {
    // Given
    impatientPolicy();

    // When
    String caseId = complain();

    // Then
    List<String> levels = awaitEscalations(caseId, 3);
    assertEquals(List.of("owner", "lead", "supervisor"), levels);
    String owner = desk.awaitOwned(caseId).get("owner").asText();
    awaitAlerted(caseId, Set.of(owner, "lea", "sue"));
    JsonNode clock = desk.sla().get("/api/v1/cases/%s/clocks".formatted(caseId)).body().get(0);
    assertEquals("breached", clock.get("state").asText());
    assertEquals(clock.get("dueAt"), clock.get("breachedAt"));
  }

  private void impatientPolicy() {
    desk.sla().put("/api/v1/calendars/test-always", Map.of("alwaysOpen", true)).expectSuccess();
    new Policies(desk.sla())
        .putFirst(
            List.of(
                Map.of(
                    "name",
                    "test-complaints",
                    "when",
                    Map.of("categories", List.of("complaint")),
                    "calendar",
                    "test-always",
                    "targets",
                    Map.of("firstResponse", "PT2S"),
                    "escalation",
                    List.of(
                        level(1, "100%", "owner"),
                        level(2, "PT1S", "lead"),
                        level(3, "PT2S", "supervisor")))));
  }

  private static Map<String, Object> level(int level, String after, String to) {
    return Map.of("level", level, "after", after, "to", to);
  }

  private String complain() {
    return desk.publicIntake()
        .post(
            "/api/v1/requests",
            Map.of(
                "customer",
                Map.of("email", customer, "locale", "en"),
                "subject",
                "Complaint",
                "body",
                "Nobody takes care of my problem.",
                "category",
                "complaint"))
        .expect(201)
        .text("caseId");
  }

  private List<String> awaitEscalations(String caseId, int count) {
    return Waiting.until(
        count + " escalations",
        PATIENCE,
        () ->
            Optional.of(
                    Desk.items(desk.sla(), "/api/v1/escalations?caseId=" + caseId)
                        .sorted((a, b) -> a.get("level").asInt() - b.get("level").asInt())
                        .map(item -> item.get("to").asText())
                        .toList())
                .filter(seen -> seen.size() >= count));
  }

  /** An alert was sent to all of them. */
  private void awaitAlerted(String caseId, Set<String> staff) {
    Waiting.until(
        "alerts to " + staff,
        PATIENCE,
        () ->
            Optional.of(
                    desk.notifications(caseId).stream()
                        .filter(item -> ALARM.equals(item.get("template").asText()))
                        .filter(item -> item.get("state").asText().equals("sent"))
                        .map(item -> item.get("recipient").asText())
                        .collect(Collectors.toSet()))
                .filter(alerted -> alerted.containsAll(staff)));
  }
}
