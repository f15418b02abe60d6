package io.casewire.routing.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.kit.id.Ids;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.assignment.Trigger;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.casework.DecisionRecord;
import io.casewire.routing.casework.DecisionRecord.CandidateRecord;
import io.casewire.routing.casework.TimelineItem;
import io.casewire.routing.desk.DecisionPage;
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
  private final Why why = new Why(words);
  private final Story story = new Story(words, new ObjectMapper());

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
          why.of(new DecisionPage(List.of(decision), null, null), language).getFirst().sentence();
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
        why.of(new DecisionPage(List.of(first, second), null, now), Language.ENGLISH).stream()
            .map(Explanation::sentence)
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
        story.of(theCase, Language.ENGLISH).stream().map(Entry::text).toList());
    assertEquals("状态变为：等待客户", story.of(theCase, Language.CHINESE).get(1).text());
  }

  private List<String> reasons(DecisionRecord decision, Language language) {
    return why
        .of(new DecisionPage(List.of(decision), null, null), language)
        .getFirst()
        .lines()
        .stream()
        .map(Explanation.Line::reason)
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
    return new TimelineItem(Ids.next(), type, NOW, "system", null, null, facts);
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
        NOW,
        NOW,
        null,
        null,
        null,
        0,
        List.of(timeline));
  }
}
