package io.casewire.events.envelope;

import java.util.Objects;

/**
 * An event on its way out, ready to be written: nothing about it changes any more.
 *
 * @param body UTF-8 JSON; owned by this record, not to be changed
 */
public record OutgoingEvent(String topic, EventEnvelope envelope, byte[] body) {

  public OutgoingEvent {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(body, "body");
  }
}
