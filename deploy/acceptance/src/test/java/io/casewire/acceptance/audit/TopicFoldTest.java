package io.casewire.acceptance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseNoteAdded;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.NotificationBounced;
import io.casewire.events.RecipientKind;
import io.casewire.events.SlaMetric;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicFoldTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.CASE_EVENTS, 0);
  private static final UUID CASE = id(1);
  private static final UUID ALARM = id(2);
  private static final UUID ANSWER = id(3);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final MockConsumer<String, byte[]> stream = new MockConsumer<>("earliest");
  private final TopicFold fold;
  private final Map<String, Long> sequences = new HashMap<>();
  private long offset;

  TopicFoldTest() {
    stream.updatePartitions(
        Topics.CASE_EVENTS, List.of(new PartitionInfo(Topics.CASE_EVENTS, 0, null, null, null)));
    stream.updateBeginningOffsets(Map.of(PARTITION, 0L));
    fold = new TopicFold(stream);
  }

  @AfterEach
  void close() {
    fold.close();
  }

  @Test
  void an_alarm_that_had_seen_everything_may_move_the_case() {
    says("routing", id(10), "start", assigned("zoe", AssignmentReason.CAPACITY));
    says("sla", ALARM, "timer", alarm(1));

    says("routing", id(11), ALARM.toString(), assigned("lea", AssignmentReason.ESCALATION));
    says("routing", id(12), ALARM.toString(), done(EscalationOutcome.DONE));

    assertEquals(List.of(), offended());
  }

  @Test
  void an_alarm_that_was_overtaken_by_an_answer_may_not_move_the_case() {
    says("routing", id(10), "start", assigned("zoe", AssignmentReason.CAPACITY));
    says("routing", id(11), "request", replied());
    says("sla", ALARM, "timer", alarm(1));

    says("routing", id(12), ALARM.toString(), assigned("lea", AssignmentReason.ESCALATION));

    assertEquals(List.of("no alarm that was overtaken has moved a case"), offended());
  }

  @Test
  void an_alarm_that_was_overtaken_may_alert_nobody() {
    says("routing", id(10), "start", assigned("zoe", AssignmentReason.CAPACITY));
    says("sla", ALARM, "timer", alarm(0));

    says("routing", id(11), ALARM.toString(), done(EscalationOutcome.OBSOLETE));
    assertEquals(List.of(), offended());

    says("routing", id(12), ALARM.toString(), done(EscalationOutcome.DONE));
    assertEquals(List.of("no alarm that was overtaken has moved a case"), offended());
  }

  @Test
  void a_note_overtakes_no_alarm() {
    says(
        "routing",
        id(10),
        "request",
        new CaseNoteAdded(CASE, id(20), "zoe", NOW, new CaseNoteAdded.Personal("Called.")));
    says("sla", ALARM, "timer", alarm(0));

    says("routing", id(11), ALARM.toString(), done(EscalationOutcome.DONE));

    assertEquals(List.of(), offended());
  }

  @Test
  void an_answer_that_came_back_has_to_be_told_of() {
    says("routing", id(10), "request", replied());
    says("notification", id(11), "report", bounced(ANSWER));
    assertEquals(List.of("every answer that did not arrive is told of"), offended());

    says("routing", id(12), id(11).toString(), undelivered());
    assertEquals(List.of(), offended());
  }

  @Test
  void a_notice_without_an_answer_that_came_back_is_told_to_nobody() {
    says("notification", id(11), "report", bounced(null));

    assertEquals(List.of(), offended());
  }

  @Test
  void a_record_that_can_not_be_read_is_found_unless_it_was_marked() {
    add("bad", Map.of(PoisonMark.HEADER, "record"), "{");
    assertEquals(List.of(), offended());
    assertEquals(List.of("not inbox bad"), fold.poison().compare("intake", List.of()).offences());

    add("worse", Map.of(), "{");
    assertEquals(List.of("every record of the stream can be read"), offended());
  }

  @Test
  void a_missing_number_is_found() {
    sequences.put("routing", 1L);

    says("routing", id(10), "request", replied());

    assertEquals(List.of("no number is missing in the stream"), offended());
  }

  private List<String> offended() {
    fold.catchUp();
    return fold.check().stream()
        .filter(finding -> !finding.passed())
        .map(Finding::question)
        .toList();
  }

  private void says(String service, UUID id, String cause, CaseEvent event) {
    EventEnvelope envelope =
        new EventEnvelope(
            id,
            EventType.of(event).wireName(),
            "/casewire/" + service,
            CASE.toString(),
            NOW,
            sequences.merge(service, 1L, Long::sum),
            cause,
            cause,
            null,
            null);
    add(
        CASE.toString(),
        CloudEventHeaders.of(envelope),
        new String(EventCodec.encode(event), StandardCharsets.UTF_8));
  }

  private void add(String key, Map<String, String> headers, String body) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            Topics.CASE_EVENTS, 0, offset++, key, body.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    stream.addRecord(record);
    stream.updateEndOffsets(Map.of(PARTITION, offset));
  }

  private static CaseAssigned assigned(String agentId, AssignmentReason why) {
    return new CaseAssigned(CASE, agentId, "payments", id(30), why, NOW);
  }

  private static CaseAgentReplied replied() {
    return new CaseAgentReplied(
        CASE, ANSWER, "zoe", "Zoe", "email", null, 1, NOW, new CaseAgentReplied.Personal("Hello"));
  }

  private static CaseEscalated alarm(long seen) {
    return new CaseEscalated(
        CASE,
        id(31),
        id(32),
        SlaMetric.FIRST_RESPONSE,
        1,
        "lead",
        EscalationAction.REASSIGN,
        null,
        NOW,
        null,
        seen);
  }

  private static EscalationResolved done(EscalationOutcome outcome) {
    return new EscalationResolved(
        CASE,
        id(31),
        SlaMetric.FIRST_RESPONSE,
        1,
        EscalationAction.REASSIGN,
        List.of(),
        outcome,
        NOW);
  }

  private static NotificationBounced bounced(UUID answer) {
    return new NotificationBounced(
        CASE,
        id(33),
        id(34),
        "agent-reply",
        RecipientKind.CUSTOMER,
        "email",
        "unknown-mailbox",
        answer,
        NOW);
  }

  private static AnswerUndelivered undelivered() {
    return new AnswerUndelivered(
        CASE, ANSWER, UndeliveredOutcome.BOUNCED, "unknown-mailbox", "zoe", NOW);
  }

  private static UUID id(int number) {
    return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
  }
}
