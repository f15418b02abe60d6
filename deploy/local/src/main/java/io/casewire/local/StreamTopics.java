package io.casewire.local;

import io.casewire.events.envelope.Topics;
import io.casewire.servers.kafka.TopicSpec;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the local broker: those of the stream and the services' dead letters. */
final class StreamTopics {

  private StreamTopics() {}

  /** All of them, as the broker's process reads them. */
  static String all() {
    var stream =
        Stream.of(
            new TopicSpec(Topics.CASE_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.KEEP),
            new TopicSpec(Topics.DIRECTORY_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.COMPACT));
    return Stream.concat(stream, deadLetters())
        .map(TopicSpec::toString)
        .collect(Collectors.joining(","));
  }

  private static Stream<TopicSpec> deadLetters() {
    return Stream.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS)
        .flatMap(
            topic ->
                Component.services().stream()
                    .map(service -> Topics.deadLettersOf(topic, service.typedName())))
        .map(name -> new TopicSpec(name, 1, TopicSpec.Cleanup.KEEP));
  }
}
