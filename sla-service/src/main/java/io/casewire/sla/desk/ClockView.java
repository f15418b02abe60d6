package io.casewire.sla.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.clock.ClockStanding;
import io.casewire.sla.clock.Rulebook;
import io.casewire.sla.clock.WaitingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is shown.
 *
 * @param clock the same as {@code clockId}
 * @param dueAt of a paused clock the instant that it gave up
 * @param remaining working time that is left of the target; only while it waits
 * @param awaitedMessageId the customer's message that waits for an answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Clock")
record ClockView(
    UUID clock,
    UUID clockId,
    @Schema(enumeration = {"firstResponse", "nextResponse", "resolution"}) String metric,
    @Schema(enumeration = {"running", "paused", "met", "breached", "cancelled"}) String state,
    Instant startedAt,
    Instant dueAt,
    @Nullable Duration remaining,
    @Nullable Instant metAt,
    @Nullable Instant breachedAt,
    @Nullable Instant cancelledAt,
    @Nullable UUID awaitedMessageId,
    String policy,
    long policyVersion,
    String calendar,
    long calendarVersion) {

  static ClockView of(Clock clock, Instant now, Rulebook rules) {
    ClockStanding standing = clock.standing();
    boolean waits = standing == ClockStanding.RUNNING || standing == ClockStanding.PAUSED;
    return new ClockView(
        clock.clockId(),
        clock.clockId(),
        clock.metric().wireName(),
        standing.wireName(),
        clock.startedAt(),
        clock.dueAt(),
        waits ? clock.remainingAt(now, rules) : null,
        endedAs(ClockPhase.MET, clock),
        clock.alarms().breachedAt(),
        endedAs(ClockPhase.CANCELLED, clock),
        Optional.ofNullable(clock.awaited()).map(WaitingMessage::messageId).orElse(null),
        clock.terms().policy(),
        clock.terms().policyVersion(),
        clock.terms().calendar(),
        clock.terms().calendarVersion());
  }

  private static @Nullable Instant endedAs(ClockPhase end, Clock clock) {
    return clock.phase() == end ? clock.watch().since() : null;
  }
}
