package io.casewire.sla.timekeeping;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockCancelled;
import io.casewire.events.SlaClockMet;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockRetargeted;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.SlaMetric;
import io.casewire.events.SlaWarning;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.Outcome;
import io.casewire.sla.clock.Terms;
import io.casewire.sla.clock.WaitingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says on the stream what became true of a clock.
 *
 * @param now when it was noticed
 * @param seenRoutingSeq the last sequence of routing's events of the case that was known then
 */
record Announcements(UUID caseId, Instant now, long seenRoutingSeq) {

  /** Far beyond how late anything is while all is well. */
  private static final Duration LATE = Duration.ofSeconds(10);

  CaseEvent of(Outcome outcome) {
    Clock clock = outcome.clock();
    SlaMetric metric = SlaMetric.valueOf(clock.metric().name());
    Terms terms = clock.terms();
    return switch (outcome) {
      case Outcome.Started _ ->
          new SlaClockStarted(
              caseId,
              clock.clockId(),
              metric,
              clock.startedAt(),
              clock.dueAt(),
              terms.policy(),
              terms.policyVersion(),
              terms.calendar(),
              terms.calendarVersion(),
              awaited(clock));
      case Outcome.Paused paused ->
          new SlaClockPaused(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              paused.at(),
              clock.remaining(),
              terms.policyVersion(),
              terms.calendarVersion());
      case Outcome.Resumed resumed ->
          new SlaClockResumed(
              caseId,
              clock.clockId(),
              metric,
              resumed.at(),
              clock.dueAt(),
              terms.policyVersion(),
              terms.calendarVersion());
      case Outcome.Met met ->
          new SlaClockMet(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              met.at(),
              met.late(),
              terms.policyVersion(),
              terms.calendarVersion());
      case Outcome.Cancelled cancelled ->
          new SlaClockCancelled(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              cancelled.at(),
              cancelled.reason().wireName(),
              terms.policyVersion(),
              terms.calendarVersion());
      case Outcome.Retargeted retargeted ->
          new SlaClockRetargeted(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              terms.policy(),
              terms.policyVersion(),
              terms.calendar(),
              terms.calendarVersion(),
              retargeted.at());
      case Outcome.Warned warned ->
          new SlaWarning(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              warned.at(),
              terms.policyVersion(),
              terms.calendarVersion(),
              noticedLate(warned),
              seenRoutingSeq);
      case Outcome.Breached breached ->
          new SlaBreached(
              caseId,
              clock.clockId(),
              metric,
              clock.dueAt(),
              breached.at(),
              terms.policyVersion(),
              terms.calendarVersion(),
              noticedLate(breached));
      case Outcome.BreachWithdrawn withdrawn ->
          new SlaBreachWithdrawn(
              caseId, clock.clockId(), metric, withdrawn.at(), withdrawn.escalationIds());
      case Outcome.Escalated escalated ->
          new CaseEscalated(
              caseId,
              escalated.escalationId(),
              clock.clockId(),
              metric,
              escalated.level().level(),
              escalated.level().to().value(),
              escalated.level().action(),
              awaited(clock),
              escalated.at(),
              noticedLate(escalated),
              seenRoutingSeq);
    };
  }

  private static @Nullable UUID awaited(Clock clock) {
    return Optional.ofNullable(clock.awaited()).map(WaitingMessage::messageId).orElse(null);
  }

  private @Nullable Instant noticedLate(Outcome outcome) {
    return Duration.between(outcome.at(), now).compareTo(LATE) > 0 ? now : null;
  }
}
