package io.casewire.kit.inbox;

import io.casewire.events.envelope.Topics;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.ThreadLoop;
import io.casewire.kit.outbox.BrokerTopics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Checks that the topics exist that this service needs: the stream's topics, and the topics where
 * it reports dead letters. It creates what is missing where the broker allows it, with the broker's
 * own number of replicas, and says plainly what is missing where it does not.
 */
@ApplicationScoped
class TopicCheck {

  private static final Logger LOG = Logger.getLogger(TopicCheck.class);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final Duration AGAIN_SOON = Duration.ofSeconds(30);

  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1");
  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

  private final BrokerTopics broker;
  private final List<NewTopic> needed;
  private final ThreadLoop loop;
  private volatile List<String> missing = List.of();

  TopicCheck(
      @All List<EventHandler> handlers,
      LoopSupervisor loops,
      MeterRegistry metrics,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.broker = new BrokerTopics(bootstrapServers);
    this.needed = new ArrayList<>();
    needed.add(topic(Topics.CASE_EVENTS, Topics.PARTITIONS, KEPT_FOR_EVER));
    needed.add(topic(Topics.DIRECTORY_EVENTS, Topics.PARTITIONS, COMPACTED));
    handlers.forEach(
        handler ->
            needed.add(
                topic(
                    Topics.deadLettersOf(handler.topic(), application.replace("-service", "")),
                    1,
                    KEPT_FOR_EVER)));
    this.loop = loops.onThread("topic-check", this::check);
    metrics.gauge("casewire.topics.missing", this, check -> check.missing.size());
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> config) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  private Duration check() throws InterruptedException {
    try {
      List<String> absent =
          new ArrayList<>(broker.missing(needed.stream().map(NewTopic::name).toList()));
      for (NewTopic topic : needed) {
        if (absent.contains(topic.name()) && creates(topic)) {
          absent.remove(topic.name());
        }
      }
      absent.forEach(topic -> LOG.errorf("topic=%s is missing or not allowed", topic));
      missing = absent;
    } catch (ExecutionException e) {
      // The broker is away: what is missing is as it was.
      LOG.debug("topics", e);
      return AGAIN_SOON;
    }
    return missing.isEmpty() ? AGAIN : AGAIN_SOON;
  }

  private boolean creates(NewTopic topic) throws InterruptedException {
    try {
      broker.create(topic);
      LOG.infof("topic=%s created", topic.name());
      return true;
    } catch (ExecutionException e) {
      LOG.warnf(
          "topic=%s can't be created because=%s",
          topic.name(), e.getCause().getClass().getSimpleName());
      return false;
    }
  }
}
