package io.casewire.kit.outbox;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.Applied;
import io.casewire.kit.inbox.Events;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OutboxTest {

  private static final String UNSENT = "select count(*) from outbox where subject = ?1";

  private static final String SET_ASIDE =
      "select count(*) from set_aside where queue = 'outbox' and key = ?1";

  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject OutboxQueue queue;
  @Inject Applied applied;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void a_committed_event_is_sent_with_its_envelope_and_leaves_the_outbox() {
    // Given
    OutgoingEvent event = event(1, "{\"text\":\"付款失败\"}");

    // When
    append(List.of(event));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    StreamRecord sent = sentOnTheTopic().getFirst();
    assertEquals(event.envelope(), CloudEventHeaders.read(sent.headers()::get));
    assertEquals("{\"text\":\"付款失败\"}", new String(sent.body(), StandardCharsets.UTF_8));
  }

  @Test
  void an_event_of_a_transaction_that_fails_is_never_sent() {
    // Given
    Uni<Void> failing =
        transactions.write(
            unitOfWork ->
                outbox
                    .append(unitOfWork, List.of(event(1, "{}")))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

    // When
    assertThrows(IllegalStateException.class, () -> failing.await().atMost(Duration.ofSeconds(10)));
    append(List.of(event(2, "{}")));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    assertEquals(List.of(2L), sequences(sentOnTheTopic()));
  }

  @Test
  void events_of_a_subject_are_sent_in_the_order_of_their_commits() {
    // When
    IntStream.range(0, 20)
        .forEach(
            round ->
                append(
                    LongStream.rangeClosed(1, 10)
                        .mapToObj(n -> event(round * 10L + n, "{}"))
                        .toList()));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), sequences(sentOnTheTopic()));
  }

  @Test
  void an_event_whose_wake_up_was_lost_is_found_by_a_later_look() {
    // When
    transactions
        .write(
            unitOfWork ->
                unitOfWork
                    .statement(
                        """
                        insert into outbox (bucket, topic, subject, headers, body)
                        values ($1, $2, $3, '{}', '{}')
                        """)
                    .bind(Outbox.bucketOf(subject))
                    .bind(event(1, "{}").topic())
                    .bind(subject)
                    .update())
        .await()
        .atMost(Duration.ofSeconds(10));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
  }

  @Test
  void an_event_that_no_broker_would_take_is_refused_at_once() {
    // Given
    OutgoingEvent large = event(1, "x".repeat(Outbox.MAX_BODY_BYTES + 1));

    // Then
    assertThrows(EventTooLargeException.class, () -> append(List.of(large)));
  }

  @Test
  void a_record_that_the_broker_refuses_keeps_its_subject_waiting_and_no_other() throws Exception {
    // Given
    String topic = topicWithLimit("2000");
    String other = UUID.randomUUID().toString();

    // When
    appendRecords(
        record(topic, "a".repeat(5000)), record(topic, "b"), record(topic, other, "of another"));

    // Then
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, topic + "/" + subject)));
    eventually(() -> assertEquals(0, applied.count(UNSENT, other)));
    assertEquals(0, applied.count(UNSENT, subject));
    assertEquals(List.of("of another"), bodies(topic, other));
    assertEquals(List.of(), bodies(topic, subject));
  }

  @Test
  void a_subject_that_is_put_back_goes_on_in_its_order() throws Exception {
    // Given
    String topic = topicWithLimit("2000");
    String large = "a".repeat(5000);
    appendRecords(record(topic, large));
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, topic + "/" + subject)));
    appendRecords(record(topic, "b"));
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));

    // When
    limit(topic, "1000000");
    queue.retry(topic + "/" + subject).await().atMost(Duration.ofSeconds(20));
    appendRecords(record(topic, "c"));

    // Then
    eventually(() -> assertEquals(List.of(large, "b", "c"), bodies(topic, subject)));
    assertEquals(0, applied.count(SET_ASIDE, topic + "/" + subject));
  }

  @Test
  void a_topic_that_can_not_be_keeps_no_other_waiting() {
    // Given
    String nonsense = "no topic " + subject;

    // When
    appendRecords(record(nonsense, "a"), record("case-events", "b"));

    // Then
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, nonsense)));
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    assertEquals(List.of("b"), bodies("case-events", subject));
  }

  @Test
  void a_topic_that_the_broker_has_again_is_put_back_by_itself() throws Exception {
    // Given
    String topic = topicWithLimit("1000000");
    write(
        """
        insert into outbox_set_aside (id, bucket, topic, subject, headers, body, appended_at)
        values (-1, 0, $2, $1, '{}', 'a', now())
        """,
        topic);

    // When
    write(
        """
        insert into set_aside (id, queue, key, reason)
        values (cast(cast($1 as text) as uuid), 'outbox', $2, 'UnknownTopicOrPartitionException')
        """,
        topic);

    // Then
    eventually(() -> assertEquals(List.of("a"), bodies(topic, subject)));
    eventually(() -> assertEquals(0, applied.count(SET_ASIDE, topic)));
  }

  @Test
  void a_row_that_is_no_record_keeps_its_subject_waiting_and_no_other() {
    // Given
    String other = UUID.randomUUID().toString();

    // When
    transactions
        .write(
            unitOfWork ->
                unitOfWork
                    .statement(
                        """
                        insert into outbox (bucket, topic, subject, headers, body)
                        values (0, 'case-events', $1, 'no json', '{}')
                        """)
                    .bind(subject)
                    .update())
        .await()
        .atMost(Duration.ofSeconds(10));
    appendRecords(record("case-events", other, "{}"));

    // Then
    eventually(() -> assertEquals(1, applied.count(SET_ASIDE, "case-events/" + subject)));
    eventually(() -> assertEquals(0, applied.count(UNSENT, other)));
  }

  private OutgoingEvent event(long sequence, String body) {
    ReceivedEvent received = ReceivedEvent.of(Events.record(subject, sequence, body));
    return new OutgoingEvent("case-events", received.envelope(), received.body());
  }

  private void append(List<OutgoingEvent> events) {
    transactions
        .write(unitOfWork -> outbox.append(unitOfWork, events))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void write(String sql, String topic) {
    transactions
        .write(unitOfWork -> unitOfWork.statement(sql).bind(subject).bind(topic).update())
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private OutboxRecord record(String topic, String body) {
    return record(topic, subject, body);
  }

  private static OutboxRecord record(String topic, String subject, String body) {
    return new OutboxRecord(topic, subject, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private void appendRecords(OutboxRecord... records) {
    transactions
        .write(unitOfWork -> outbox.appendRecords(unitOfWork, List.of(records)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private String topicWithLimit(String bytes) throws Exception {
    String topic = "limited-" + UUID.randomUUID();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", bytes))))
          .all()
          .get();
    }
    return topic;
  }

  private void limit(String topic, String bytes) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private List<String> bodies(String topic, String subject) {
    return sentOn(topic).stream()
        .filter(record -> subject.equals(record.key()))
        .map(record -> new String(record.body(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<Long> sequences(List<StreamRecord> records) {
    return records.stream().map(record -> ReceivedEvent.of(record).envelope().sequence()).toList();
  }

  private List<StreamRecord> sentOnTheTopic() {
    return sentOn("case-events").stream().filter(record -> subject.equals(record.key())).toList();
  }

  private List<StreamRecord> sentOn(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<StreamRecord> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        records.addAll(StreamRecord.allOf(consumer.poll(Duration.ofMillis(200))));
      }
      return records;
    }
  }
}
