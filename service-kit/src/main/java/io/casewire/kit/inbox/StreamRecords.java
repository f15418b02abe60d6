package io.casewire.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/** Takes a poll of the Kafka client apart. */
public final class StreamRecords {

  private StreamRecords() {}

  /** The records of a poll; those of one partition stay in their order. */
  public static List<StreamRecord> of(ConsumerRecords<String, byte[]> poll) {
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
}
