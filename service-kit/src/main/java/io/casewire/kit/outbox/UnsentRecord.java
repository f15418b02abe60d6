package io.casewire.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox as the relay reads it. */
record UnsentRecord(
    long id, String topic, String subject, String headers, String body, Instant appendedAt) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  /** What keeps its order: the records of one subject in one topic. */
  String key() {
    return topic + "/" + subject;
  }

  /**
   * The record as the producer takes it.
   *
   * @throws UnreadableRecordException if the row holds none
   */
  ProducerRecord<String, byte[]> toProducerRecord() {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, subject, body.getBytes(StandardCharsets.UTF_8));
    headerMap()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private Map<String, String> headerMap() {
    try {
      return JSON.readValue(headers, HEADERS);
    } catch (JsonProcessingException e) {
      throw new UnreadableRecordException(id, e);
    }
  }
}
