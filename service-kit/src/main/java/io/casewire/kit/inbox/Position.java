package io.casewire.kit.inbox;

import io.casewire.events.envelope.EventEnvelope;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream was applied.
 *
 * @param eventId the id of that last event; null if it is not known
 */
record Position(long sequence, @Nullable UUID eventId) {

  static final Position BEGINNING = new Position(0, null);

  /** By so much the clocks of a producer's replicas may differ, and its transactions overtake. */
  private static final Duration TOLERANCE = Duration.ofSeconds(15);

  static Position of(EventEnvelope event) {
    return new Position(event.sequence(), event.id());
  }

  /**
   * Whether an event that has a number up to this one is no repeat. Its source has been set back,
   * for example by restoring a database, and gives the same numbers to other events: the id for the
   * last number is another one, or the id for a lower number is younger.
   */
  boolean isContradictedBy(EventEnvelope event) {
    UUID id = event.id();
    if (eventId == null || event.sequence() > sequence || id.equals(eventId)) {
      return false;
    }
    return event.sequence() == sequence
        || isTimed(id)
            && isTimed(eventId)
            && millisOf(id) - millisOf(eventId) > TOLERANCE.toMillis();
  }

  private static boolean isTimed(UUID id) {
    return id.version() == 7;
  }

  /** The first 48 bits of a UUIDv7 (RFC 9562). */
  private static long millisOf(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
