package io.casewire.kit.parking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the report of a parked record: all of it but what may be about a person. */
@ApplicationScoped
class DeadLetters {

  private static final String PERSONAL = "personal";
  private static final byte[] NO_BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final JsonMapper JSON = new JsonMapper();

  private final String service;

  DeadLetters(@ConfigProperty(name = "quarkus.application.name") String application) {
    this.service = application.replace("-service", "");
  }

  OutboxRecord report(StreamRecord record, ParkingReason reason) {
    Map<String, String> headers = new HashMap<>(record.headers());
    headers.put("parked-reason", reason.name());
    headers.put("parked-topic", record.topic());
    headers.put("parked-partition", Integer.toString(record.partition()));
    headers.put("parked-offset", Long.toString(record.offset()));
    return new OutboxRecord(
        Topics.deadLettersOf(record.topic(), service),
        record.parkingKey(),
        headers,
        withoutPersonalData(record.body()));
  }

  /** A body that is no object could hold anything, so nothing of it is reported. */
  private static byte[] withoutPersonalData(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body == null ? NO_BODY : body);
      return json instanceof ObjectNode object
          ? JSON.writeValueAsBytes(object.without(PERSONAL))
          : NO_BODY;
    } catch (IOException e) {
      return NO_BODY;
    }
  }
}
