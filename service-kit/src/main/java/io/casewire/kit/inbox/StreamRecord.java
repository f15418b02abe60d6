package io.casewire.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read from a topic, believed in nothing yet.
 *
 * @param key the record key; null where a foreign producer set none
 */
public record StreamRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte @Nullable [] body) {

  private static final int LONGEST_KEY = 200;

  /** The records of a poll; those of one partition stay in their order. */
  public static List<StreamRecord> allOf(ConsumerRecords<String, byte[]> poll) {
    List<StreamRecord> records = new ArrayList<>(poll.count());
    poll.forEach(record -> records.add(of(record)));
    return records;
  }

  private static StreamRecord of(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new StreamRecord(
        record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
  }

  /**
   * What the record belongs to as far as parking goes; records without a key wait together. A key
   * that no table can hold is replaced by its hash.
   */
  public String parkingKey() {
    if (key == null) {
      return "(no key)";
    }
    boolean storable = key.length() <= LONGEST_KEY && key.indexOf(0) < 0;
    return storable
        ? key
        : "(key %s)".formatted(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
  }
}
