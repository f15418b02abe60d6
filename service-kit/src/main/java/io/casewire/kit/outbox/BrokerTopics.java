package io.casewire.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Asks the broker which topics there are, and creates topics. Every call blocks for a moment. */
public final class BrokerTopics {

  /** A pass of the relay asks inside of its transaction, which may not stand idle for long. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private final Map<String, Object> config;

  /**
   * @param bootstrapServers where the broker is
   */
  public BrokerTopics(String bootstrapServers) {
    this.config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis() - 500,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());
  }

  /**
   * The topics that the broker refuses to this service: they are missing, or their use is not
   * allowed.
   *
   * @return the reason for each topic that can't be used
   * @throws ExecutionException if the broker does not answer
   */
  List<Refusal> refusals(Collection<String> topics)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(config)) {
      var answers = admin.describeTopics(topics).topicNameValues();
      List<Refusal> refusals = new ArrayList<>();
      for (String topic : topics) {
        refusals.addAll(refusal(topic, answers.get(topic)));
      }
      return refusals;
    }
  }

  /**
   * The same, by name only.
   *
   * @throws ExecutionException if the broker does not answer
   */
  public List<String> missing(Collection<String> topics)
      throws InterruptedException, ExecutionException {
    return refusals(topics).stream().map(Refusal::key).toList();
  }

  /**
   * Creates a topic, unless it exists.
   *
   * @throws ExecutionException if the broker does not answer, or does not allow it
   */
  public void create(NewTopic topic) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(config)) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static List<Refusal> refusal(String topic, KafkaFuture<?> answer)
      throws InterruptedException, ExecutionException {
    try {
      answer.get();
      return List.of();
    } catch (ExecutionException e) {
      return List.of(Refusal.ofTopic(e.getCause(), topic).orElseThrow(() -> e));
    }
  }
}
