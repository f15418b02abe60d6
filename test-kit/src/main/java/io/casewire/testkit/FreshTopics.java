package io.casewire.testkit;

import static org.awaitility.Awaitility.await;

import io.casewire.events.envelope.Topics;
import io.casewire.servers.kafka.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of the stream as a new application expects them: there and empty. An application that
 * starts with an empty database would take the records of an earlier one for the end of histories
 * whose beginnings are missing.
 *
 * @param bootstrapServers the broker
 */
record FreshTopics(String bootstrapServers) {

  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private static final List<TopicSpec> STREAM =
      List.of(
          new TopicSpec(Topics.CASE_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.KEEP),
          new TopicSpec(Topics.DIRECTORY_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.COMPACT));

  void create() {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      // The groups' offsets go with the topics.
      for (var deletion : admin.deleteTopics(existing(admin)).topicNameValues().values()) {
        awaitDeletion(deletion);
      }
      var created = admin.createTopics(STREAM.stream().map(TopicSpec::toNewTopic).toList());
      for (var topic : STREAM) {
        var id = created.topicId(topic.name()).get();
        await().atMost(ONE_MINUTE).until(() -> isServed(admin, topic.name(), id));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Can not create the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating the topics", e);
    }
  }

  /** The broker's list lags behind its controller, so the names that matter are added to it. */
  private static Set<String> existing(Admin admin) throws ExecutionException, InterruptedException {
    var names = new TreeSet<>(admin.listTopics().names().get());
    names.removeIf(name -> name.startsWith("__"));
    STREAM.forEach(topic -> names.add(topic.name()));
    return names;
  }

  /** Whether the broker serves this very topic, and not still the one of the same name before. */
  private static boolean isServed(Admin admin, String name, Uuid id) throws InterruptedException {
    try {
      var topic = admin.describeTopics(List.of(name)).topicNameValues().get(name).get();
      return topic.topicId().equals(id)
          && topic.partitions().stream().allMatch(partition -> partition.leader() != null);
    } catch (ExecutionException _) {
      return false;
    }
  }

  private static void awaitDeletion(KafkaFuture<Void> deletion)
      throws ExecutionException, InterruptedException {
    try {
      deletion.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
    }
  }
}
