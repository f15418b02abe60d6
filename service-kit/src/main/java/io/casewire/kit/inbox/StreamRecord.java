package io.casewire.kit.inbox;

import java.util.Map;
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

  /** What the record belongs to as far as parking goes; records without a key wait together. */
  public String parkingKey() {
    return key == null ? "(no key)" : key;
  }
}
