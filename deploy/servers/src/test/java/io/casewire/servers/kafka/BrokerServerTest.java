package io.casewire.servers.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.servers.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerTest {

  private static final List<TopicSpec> TOPICS =
      List.of(
          new TopicSpec("facts", 12, TopicSpec.Cleanup.KEEP),
          new TopicSpec("snapshots", 3, TopicSpec.Cleanup.COMPACT));

  @Test
  void a_restarted_broker_still_has_its_records(@TempDir Path directory) throws Exception {
    // Given
    try (var broker = BrokerServer.start(directory, FreePort.next(), TOPICS)) {
      send(broker, "kept");
    }

    // When
    try (var broker = BrokerServer.start(directory, FreePort.next(), TOPICS)) {

      // Then
      assertEquals("kept", firstRecord(broker));
    }
  }

  @Test
  void the_topics_exist_as_specified_when_the_broker_is_up(@TempDir Path directory)
      throws Exception {
    // When
    try (var broker = BrokerServer.start(directory, FreePort.next(), TOPICS);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {

      // Then
      var topics = admin.describeTopics(Set.of("facts", "snapshots")).allTopicNames().get();
      assertEquals(12, topics.get("facts").partitions().size());
      assertEquals(3, topics.get("snapshots").partitions().size());
      assertEquals("-1", setting(admin, "facts", "retention.ms"));
      assertEquals("compact", setting(admin, "snapshots", "cleanup.policy"));
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(Set.of(resource)).all().get().get(resource).get(name).value();
  }

  private static void send(BrokerServer broker, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("facts", 0, "key", value)).get();
    }
  }

  private static String firstRecord(BrokerServer broker) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partition = new TopicPartition("facts", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
    }
  }
}
