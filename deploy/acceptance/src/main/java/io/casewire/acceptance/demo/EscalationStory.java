package io.casewire.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A complaint that nobody answers, until the supervisor has had enough. */
final class EscalationStory extends Story {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LEVELS = 3;

  EscalationStory(Desk desk, Narrator narrator) {
    super(desk, narrator);
  }

  @Override
  void play() {
    narrator.chapter("escalation");
    JsonNode accepted = complain();
    String caseId = accepted.get("caseId").asText();
    narrator.tell("escalation.sent", customer, accepted.get("caseNumber").asText());
    JsonNode seen = tellOwner(caseId);
    tellClock(caseId);
    for (int level = 1; level <= LEVELS; level++) {
      tellLevel(caseId, level);
    }
    desk.reply(seen, narrator.words("escalation.answer"), "resolved");
    narrator.tell("escalation.answered");
    tellStatus(caseId, "resolved");
    tellAddresses(seen, accepted.get("trackingUrl").asText());
  }

  /** The customer chooses the category himself: the policy must not depend on a guess. */
  private JsonNode complain() {
    return desk.publicIntake()
        .post(
            "/api/v1/requests",
            Map.of(
                "customer",
                Map.of("email", customer, "locale", narrator.language()),
                "subject",
                narrator.words("escalation.subject"),
                "body",
                narrator.words("escalation.body"),
                "category",
                "complaint"))
        .expect(201)
        .body();
  }

  private void tellClock(String caseId) {
    JsonNode clock =
        Waiting.until(
            "clock of " + caseId,
            PATIENCE,
            () ->
                Optional.of(desk.sla().get("/api/v1/cases/%s/clocks".formatted(caseId)))
                    .filter(answer -> answer.status() == 200 && !answer.body().isEmpty())
                    .map(answer -> answer.body().get(0)));
    narrator.tell(
        "escalation.clock",
        clock.get("metric").asText(),
        clock.get("dueAt").asText(),
        clock.get("policy").asText());
  }

  private void tellLevel(String caseId, int level) {
    JsonNode escalation =
        Waiting.until(
            "escalation to level " + level,
            PATIENCE,
            () ->
                Desk.items(desk.sla(), "/api/v1/escalations?caseId=" + caseId)
                    .filter(item -> item.get("level").asInt() == level)
                    .findFirst());
    narrator.tell(
        "escalation.level", level, escalation.get("to").asText(), escalation.get("at").asText());
    narrator.quote(alarm(caseId, level));
  }

  /** Whom notification has alerted, as far as this level. */
  private String alarm(String caseId, int level) {
    return Waiting.until(
        "alarm of level " + level,
        PATIENCE,
        () -> {
          List<String> alerted =
              desk.notifications(caseId).stream()
                  .filter(item -> item.get("template").asText().equals("case-escalated"))
                  .map(item -> item.get("recipient").asText() + ": " + item.get("state").asText())
                  .toList();
          return alerted.size() >= level
              ? Optional.of(String.join("\n", alerted))
              : Optional.empty();
        });
  }
}
