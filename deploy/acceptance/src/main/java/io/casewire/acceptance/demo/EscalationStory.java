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
  private static final String ALARM = "case-escalated";

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
    int alarms = 0;
    for (int level = 1; level <= LEVELS; level++) {
      alarms = tellLevel(caseId, level, alarms);
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

  private int tellLevel(String caseId, int level, int alarmsBefore) {
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
    List<String> alarms = awaitAlarms(caseId, alarmsBefore);
    narrator.quote(String.join("\n", alarms));
    return alarms.size();
  }

  /** Whom notification has alerted, once there are more than before. */
  private List<String> awaitAlarms(String caseId, int before) {
    return Waiting.until(
        "further alarm",
        PATIENCE,
        () ->
            Optional.of(
                    desk.notifications(caseId).stream()
                        .filter(item -> ALARM.equals(item.get("template").asText()))
                        .filter(item -> item.get("state").asText().equals("sent"))
                        .map(EscalationStory::line)
                        .toList())
                .filter(alarms -> alarms.size() > before));
  }

  private static String line(JsonNode alarm) {
    return alarm.get("recipient").asText() + ": " + alarm.get("template").asText();
  }
}
