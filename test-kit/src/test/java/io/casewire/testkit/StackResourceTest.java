package io.casewire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.events.envelope.Topics;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class StackResourceTest {

  @Test
  void each_application_gets_an_empty_database_on_the_same_server() throws Exception {
    // Given
    var first = start(Map.of());
    execute(first, "create table cases as select 1 as id");

    // When
    var second = start(Map.of());

    // Then
    assertNotEquals(
        first.get("quarkus.datasource.jdbc.url"), second.get("quarkus.datasource.jdbc.url"));
    execute(second, "create table cases as select 2 as id");
  }

  @Test
  void each_application_finds_the_topics_empty() throws Exception {
    // Given
    var first = start(Map.of());
    var partition = new TopicPartition(Topics.CASE_EVENTS, 3);
    send(first, partition);
    assertEquals(1, end(first, partition));

    // When
    var second = start(Map.of());

    // Then
    assertEquals(0, end(second, partition));
    assertEquals(Topics.PARTITIONS, partitions(second, Topics.DIRECTORY_EVENTS));
  }

  @Test
  void there_is_a_mail_server_only_for_those_who_ask() {
    assertEquals(Set.of(), mailSettings(start(Map.of())));
    assertEquals(
        Set.of(
            "casewire.imap.host", "casewire.imap.port", "casewire.smtp.host", "casewire.smtp.port"),
        mailSettings(start(Map.of(StackResource.MAIL, "true"))));
  }

  @Test
  void tokens_come_from_the_issuer_that_the_application_trusts() {
    start(Map.of());

    assertEquals(3, Tokens.of("zoe", "lead").split("[.]").length);
    assertThrows(IllegalArgumentException.class, () -> Tokens.of("zoe", "king"));
  }

  private static Map<String, String> start(Map<String, String> arguments) {
    var resource = new StackResource();
    resource.init(arguments);
    return resource.start();
  }

  private static Set<String> mailSettings(Map<String, String> configuration) {
    var mail = new TreeSet<>(configuration.keySet());
    mail.removeIf(name -> !name.startsWith("casewire.smtp.") && !name.startsWith("casewire.imap."));
    return mail;
  }

  private static void execute(Map<String, String> configuration, String sql) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                configuration.get("quarkus.datasource.jdbc.url"),
                configuration.get("quarkus.datasource.username"),
                configuration.get("quarkus.datasource.password"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void send(Map<String, String> configuration, TopicPartition partition)
      throws Exception {
    try (var producer =
        new KafkaProducer<>(
            broker(configuration), new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(partition.topic(), partition.partition(), "key", "value"))
          .get();
    }
  }

  private static long end(Map<String, String> configuration, TopicPartition partition)
      throws Exception {
    try (var admin = Admin.create(broker(configuration))) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }

  private static int partitions(Map<String, String> configuration, String topic) throws Exception {
    try (var admin = Admin.create(broker(configuration))) {
      var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
      return topics.get(topic).partitions().size();
    }
  }

  private static Map<String, Object> broker(Map<String, String> configuration) {
    return Map.of("bootstrap.servers", configuration.get("kafka.bootstrap.servers"));
  }
}
