package io.casewire.events;

import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.OutgoingEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wraps an event for the stream: the one place where a fact meets its envelope. */
public final class Publication {

  private Publication() {}

  /**
   * The event, ready for the outbox.
   *
   * @param customerId the customer of the case; null for agents and queues, and for a case that was
   *     stored before its customer was
   * @param id UUIDv7, new for each event
   * @param sequence the publishing aggregate's next number, from 1 and without gaps
   * @param at when it happened
   */
  public static OutgoingEvent of(
      Event event, @Nullable UUID customerId, UUID id, long sequence, Instant at, Cause cause) {
    EventType type = EventType.of(event);
    EventEnvelope envelope =
        new EventEnvelope(
            id,
            type.wireName(),
            type.source(),
            event.subject(),
            at,
            sequence,
            cause.correlationId(),
            cause.causationId(),
            customerId,
            cause.traceparent());
    return new OutgoingEvent(type.topic(), envelope, EventCodec.encode(event));
  }
}
