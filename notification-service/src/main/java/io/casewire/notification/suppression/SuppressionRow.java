package io.casewire.notification.suppression;

import io.casewire.events.BounceKind;
import io.casewire.kit.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason not to write to an address.
 *
 * @param kind of the report that it rests on
 * @param status the report's enhanced status code (RFC 3463)
 * @param since as text, like {@code until}: the clock's nanoseconds are more than a column holds
 * @param notificationId the notice that the report is about
 */
public record SuppressionRow(
    String address,
    String kind,
    @Nullable String status,
    String since,
    String until,
    UUID notificationId) {

  /** Suppresses an address for a time. */
  public static SuppressionRow of(
      EmailAddress address,
      BounceKind kind,
      @Nullable String status,
      Instant at,
      Duration length,
      UUID notificationId) {
    return new SuppressionRow(
        address.value(),
        kind.wireName(),
        status,
        at.toString(),
        at.plus(length).toString(),
        notificationId);
  }
}
