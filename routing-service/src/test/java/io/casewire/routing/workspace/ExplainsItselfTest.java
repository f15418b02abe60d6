package io.casewire.routing.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.kit.id.Ids;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.assignment.Trigger;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.casework.DecisionRecord;
import io.casewire.routing.casework.DecisionRecord.CandidateRecord;
import io.casewire.routing.casework.TimelineItem;
import io.casewire.routing.desk.CaseViews.DecisionPage;
import io.casewire.routing.life.UnassignReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainsItselfTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final Words words = new Words();
  private final Timeline timeline = new Timeline(words, new ObjectMapper());

  @Test
  void every_candidate_has_his_reason_in_the_language_of_the_reader() {
    DecisionRecord decision =
        decision(
            "queue",
            "zoe",
            candidate("zoe", null),
            candidate("yan", "ranked-lower"),
            candidate("max", "lacks-language:zh"),
            candidate("lea", "lacks-skill:chargebacks"),
            candidate("bob", "at-capacity"),
            candidate("amy", "offline"),
            candidate("eva", "away"),
            candidate("kim", "declined"),
            candidate("jan", "not-in-queue"));

    assertEquals(
        List.of(
            "Chosen",
            "Another came first",
            "Does not work in Chinese",
            "Lacks the skill chargebacks",
            "Has no room",
            "Offline",
            "Away",
            "Has declined it",
            "Not in this queue"),
        reasons(decision, Language.ENGLISH));
    assertEquals(
        List.of(
            "被选中",
            "排在其他人之后",
            "不处理中文工单",
            "缺少技能 chargebacks",
            "工作量已满",
            "离线",
            "离开",
            "已退回此工单",
            "不在此队列"),
        reasons(decision, Language.CHINESE));
  }

  @ParameterizedTest
  @EnumSource
  void every_occasion_of_a_decision_has_its_sentence(Trigger trigger) {
    DecisionRecord decision = decision(trigger.wireName(), "zoe", candidate("zoe", null));

    for (Language language : Language.values()) {
      String sentence =
          RoutingExplanation.of(new DecisionPage(List.of(decision), null, null), words, language)
              .getFirst()
              .sentence();
      assertTrue(sentence.contains("zoe") && sentence.contains("payments"), sentence);
    }
  }

  @Test
  void what_would_be_decided_now_comes_first_then_the_latest_decision() {
    DecisionRecord first = decision("queue", "zoe", candidate("zoe", null));
    DecisionRecord second = decision("manual", "yan", candidate("yan", null));
    DecisionRecord now = decision("queue", null, candidate("zoe", "offline"));

    assertEquals(
        List.of(
            "It waits in the queue payments. If it were decided now:",
            "yan got it in the queue payments by somebody's decision.",
            "zoe got it from the queue payments."),
        RoutingExplanation.of(
                new DecisionPage(List.of(first, second), null, now), words, Language.ENGLISH)
            .stream()
            .map(RoutingExplanation::sentence)
            .toList());
  }

  @Test
  void what_happened_is_told_in_the_language_of_the_reader() {
    CaseItem theCase =
        theCase(
            event("case.assigned", "{\"agentId\":\"zoe\",\"why\":\"capacity\"}"),
            event("case.status-changed", "{\"from\":\"open\",\"to\":\"pending\"}"),
            event("case.priority-changed", "{\"from\":\"normal\",\"to\":\"urgent\"}"),
            event("sla.breached", "{\"metric\":\"firstResponse\"}"),
            event("case.escalated", "{\"metric\":\"firstResponse\",\"level\":2}"),
            event("case.not-known-yet", "{}"));

    assertEquals(
        List.of(
            "Assigned to zoe: had room for it",
            "Now: Pending",
            "Priority: Urgent",
            "Deadline missed: First response",
            "Escalated to level 2: First response",
            "Something else happened"),
        timeline.of(theCase, Language.ENGLISH).stream().map(Timeline.Entry::text).toList());
    assertEquals("状态变为：等待客户", timeline.of(theCase, Language.CHINESE).get(1).text());
  }

  @Test
  void whoever_ended_or_lost_a_case_is_named_with_the_reason() {
    CaseItem theCase =
        theCase(
            event("case.status-changed", "{\"to\":\"closed\",\"reason\":\"customer\"}"),
            event("case.status-changed", "{\"to\":\"closed\",\"reason\":\"agent\"}"),
            event("case.unassigned", "{\"agentId\":\"zoe\",\"reason\":\"work-lost\"}"),
            event("case.closed-by-customer", "{}"),
            event("case.rated", "{\"resolution\":1,\"score\":2}"));

    assertEquals(
        List.of(
            "Now: Closed (by the customer)",
            "Now: Closed (by system)",
            "Taken from zoe (zoe has left or does not work on the queue any more)",
            "The customer has closed the case",
            "The customer rates our help: 2 of 5"),
        timeline.of(theCase, Language.ENGLISH).stream().map(Timeline.Entry::text).toList());
    assertEquals(
        List.of("状态变为：已关闭（由客户操作）", "状态变为：已关闭（操作人 system）"),
        timeline.of(theCase, Language.CHINESE).stream()
            .map(Timeline.Entry::text)
            .limit(2)
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_way_to_lose_an_answer_has_its_sentence(UndeliveredOutcome outcome) {
    CaseItem theCase =
        theCase(lost(outcome, "role-address"), lost(outcome, "rejected-550"), lost(outcome, "x-1"));

    List<String> told =
        timeline.of(theCase, Language.ENGLISH).stream().map(Timeline.Entry::text).toList();

    assertEquals("Answer did not reach the customer: nobody reads this address", told.get(0));
    assertEquals("Answer did not reach the customer: the mail server refused it", told.get(1));
    assertTrue(told.get(2).endsWith("(x-1)"), told.get(2));
  }

  private static TimelineItem lost(UndeliveredOutcome outcome, String reason) {
    return event(
        "case.answer-undelivered",
        "{\"outcome\":\"%s\",\"reason\":\"%s\"}".formatted(outcome.wireName(), reason));
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_to_lose_an_owner_has_its_words(UnassignReason reason) {
    assertTrue(words.has("why-unassigned." + reason.wireName()), reason::wireName);
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_of_another_status_has_its_words(StatusChangeReason reason) {
    assertTrue(words.has("why-moved." + reason.wireName()), reason::wireName);
  }

  private List<String> reasons(DecisionRecord decision, Language language) {
    return RoutingExplanation.of(new DecisionPage(List.of(decision), null, null), words, language)
        .getFirst()
        .lines()
        .stream()
        .map(RoutingExplanation.Line::reason)
        .toList();
  }

  private static DecisionRecord decision(
      String trigger, @Nullable String chosen, CandidateRecord... candidates) {
    return new DecisionRecord(
        Ids.next(),
        NOW,
        Ids.next(),
        trigger,
        "payments",
        1,
        chosen,
        List.of(candidates),
        Map.of(),
        null);
  }

  private static CandidateRecord candidate(String agentId, @Nullable String reason) {
    return new CandidateRecord(agentId, reason == null, reason, 1, 5);
  }

  private static TimelineItem event(String type, String facts) {
    return new TimelineItem(
        Ids.next(), type, NOW, "system", null, null, null, List.of(), null, facts);
  }

  private static CaseItem theCase(TimelineItem... timeline) {
    return new CaseItem(
        Ids.next(),
        "CW-1",
        CaseStatus.OPEN,
        null,
        "payments",
        Priority.NORMAL,
        Category.REFUND,
        "en",
        "web",
        "Refund",
        new CaseItem.Customer(Ids.next(), "Ann", null),
        List.of(),
        null,
        null,
        null,
        null,
        NOW,
        NOW,
        null,
        null,
        null,
        0,
        List.of(timeline));
  }
}
