package io.casewire.events.envelope;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done: handed down by parameter from the request, event or timer that starts a
 * piece of work to every event that the work publishes.
 *
 * @param correlationId names everything that one outside request caused
 * @param causationId the request, event or timer itself
 * @param traceparent W3C trace context to go on with, if the work is traced
 */
public record Cause(String correlationId, String causationId, @Nullable String traceparent) {

  public Cause {
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(causationId, "causationId");
  }

  /** A cause from outside: it starts a new correlation. */
  public static Cause of(String id, @Nullable String traceparent) {
    return new Cause(id, id, traceparent);
  }

  /** An event as the cause of further events: the correlation goes on. */
  public static Cause of(EventEnvelope envelope) {
    return new Cause(envelope.correlationId(), envelope.id().toString(), envelope.traceparent());
  }
}
