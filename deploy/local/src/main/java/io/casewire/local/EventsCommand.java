package io.casewire.local;

import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "events",
    description = {
      "Print the records of a topic as they come.",
      "With --from beginning: those that are there already, and no more."
    })
final class EventsCommand implements Runnable {

  private static final Duration POLL = Duration.ofMillis(200);

  @Option(
      names = "--topic",
      defaultValue = Topics.CASE_EVENTS,
      paramLabel = "<topic>",
      description = "Default: ${DEFAULT-VALUE}.")
  private String topic;

  @Option(
      names = "--from",
      defaultValue = "now",
      paramLabel = "<place>",
      description = "beginning or now (default: ${DEFAULT-VALUE}).")
  private Place from;

  @Option(
      names = "--limit",
      defaultValue = "" + Long.MAX_VALUE,
      paramLabel = "<n>",
      description = "Stop after so many.")
  private long limit;

  @Option(
      names = {"-f", "--follow"},
      description = "With --from beginning: go on with what comes.")
  private boolean follow;

  /** Where to start. The names are those that people type. */
  enum Place {
    beginning,
    now
  }

  @Override
  public void run() {
    var port = Settings.load(StackHome.ofScript().settings()).port("kafka");
    try (var consumer = consumer(port)) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      switch (from) {
        case beginning -> {
          consumer.seekToBeginning(partitions);
          print(consumer, follow ? Map.of() : consumer.endOffsets(partitions));
        }
        case now -> {
          consumer.seekToEnd(partitions);
          print(consumer, Map.of());
        }
      }
    }
  }

  private static KafkaConsumer<String, String> consumer(int port) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", "127.0.0.1:" + port,
            "allow.auto.create.topics", "false",
            "enable.auto.commit", "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    var partitions = consumer.partitionsFor(topic);
    if (partitions.isEmpty()) {
      throw new StackException("There is no topic " + topic);
    }
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /**
   * Prints up to {@code ends}, or for ever when that is empty. Order holds within a key; over all
   * it is that of the records' times as far as they arrive together.
   */
  private void print(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    var printed = 0L;
    while (printed < limit && !(isAtEnd(consumer, ends))) {
      var batch =
          StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
              .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
              .limit(limit - printed)
              .toList();
      batch.forEach(record -> System.out.println(line(record)));
      printed += batch.size();
    }
  }

  private static boolean isAtEnd(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static String line(ConsumerRecord<String, String> event) {
    return "%s %d/%d %s %s#%s %s %s"
        .formatted(
            Instant.ofEpochMilli(event.timestamp()),
            event.partition(),
            event.offset(),
            header(event, "ce_type"),
            header(event, "ce_source"),
            header(event, "ce_sequence"),
            event.key(),
            event.value());
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return Optional.ofNullable(event.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .orElse("-");
  }
}
