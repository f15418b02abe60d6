package io.casewire.kit.outbox;

import java.util.Map;

/**
 * A record as it will stand in the topic.
 *
 * @param subject the record key
 * @param body UTF-8 JSON
 */
public record OutboxRecord(
    String topic, String subject, Map<String, String> headers, byte[] body) {}
