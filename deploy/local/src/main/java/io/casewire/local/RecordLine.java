package io.casewire.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic as one line for people.
 *
 * @param event the record
 */
record RecordLine(ConsumerRecord<String, String> event) {

  @Override
  public String toString() {
    return "%s %d/%d %s %s#%s %s %s"
        .formatted(
            Instant.ofEpochMilli(event.timestamp()),
            event.partition(),
            event.offset(),
            header("ce_type"),
            header("ce_source"),
            header("ce_sequence"),
            event.key(),
            event.value());
  }

  private String header(String name) {
    return Optional.ofNullable(event.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .orElse("-");
  }
}
