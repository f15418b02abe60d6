package io.casewire.events.envelope;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes of one event.
 *
 * <p>Guarantees: {@code id} is unique over all sources (UUIDv7); {@code sequence} starts at 1 and
 * has no gaps per (source, subject), so a consumer can tell a duplicate, the next event and a gap
 * apart without any other knowledge; {@code subject} is the record key.
 *
 * @param type wire name, for example {@code io.casewire.case.opened.v1}
 * @param source the publishing service, for example {@code /casewire/intake}
 * @param subject the id of the thing the event is about: a case, an agent, a queue
 * @param time when the fact happened, UTC
 * @param correlationId names everything that one outside request caused
 * @param causationId the event, request or timer that caused this event
 * @param customerId the customer whose case the event is about, so that an event can be found and
 *     erased by its customer; null for events about no customer, and in events published before
 *     this attribute was there
 * @param traceparent W3C trace context of the work that published it, if it was traced
 */
public record EventEnvelope(
    UUID id,
    String type,
    String source,
    String subject,
    Instant time,
    long sequence,
    String correlationId,
    String causationId,
    @Nullable UUID customerId,
    @Nullable String traceparent) {

  /**
   * @throws IllegalArgumentException if the sequence is not positive or a text is blank
   *     (CloudEvents 1.0 asks for non-empty ones)
   * @throws NullPointerException if a required attribute is missing
   */
  public EventEnvelope {
    Objects.requireNonNull(id, "id");
    requireText(type, "type");
    requireText(source, "source");
    requireText(subject, "subject");
    Objects.requireNonNull(time, "time");
    requireText(correlationId, "correlationId");
    requireText(causationId, "causationId");
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence starts at 1");
    }
  }

  private static void requireText(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}
