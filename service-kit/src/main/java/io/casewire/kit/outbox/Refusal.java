package io.casewire.kit.outbox;

import java.util.Optional;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * An answer of the broker that would be the same however often the record is sent. Everything else
 * is a fault of the broker or the way to it, and goes away by waiting.
 *
 * @param key what must wait: {@code topic/subject} when the record is at fault, {@code topic} when
 *     the topic is
 * @param reason the kind of the failure
 */
record Refusal(String key, String reason) {

  /** The refusal in a failure to send a record, if it is one. */
  static Optional<Refusal> of(Throwable failure, UnsentRecord record) {
    return switch (failure) {
      case RecordTooLargeException _,
          InvalidRecordException _,
          PolicyViolationException _,
          SerializationException _,
          UnreadableRecordException _ ->
          Optional.of(new Refusal(record.key(), nameOf(failure)));
      default -> ofTopic(failure, record.topic());
    };
  }

  /** The refusal in a failure to find a topic, if it is one. */
  static Optional<Refusal> ofTopic(Throwable failure, String topic) {
    return switch (failure) {
      case InvalidTopicException _,
          TopicAuthorizationException _,
          UnknownTopicOrPartitionException _ ->
          Optional.of(new Refusal(topic, nameOf(failure)));
      default -> Optional.empty();
    };
  }

  private static String nameOf(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
