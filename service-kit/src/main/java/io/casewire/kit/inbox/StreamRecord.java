package io.casewire.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
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
