package io.casewire.sla.clock;

import io.casewire.sla.calendar.TimelineRow;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case. Made of plain values, so that it can be stored in any form.
 *
 * @param clockId the same for the clock's whole life
 * @param startedAt the instant it counts from
 * @param awaited the message that waits for an answer; none for a resolution clock
 * @param target how much effective working time it may take
 * @param watch its instant is when the clock last started to run, paused, was put under other
 *     terms, was met or cancelled
 * @param dueAt while it runs, the last instant at which it is met in time; while it is paused, the
 *     one that it gave up; once breached, the instant that was missed
 */
public record Clock(
    UUID clockId,
    Metric metric,
    Instant startedAt,
    @Nullable WaitingMessage awaited,
    Terms terms,
    Duration target,
    ClockPhase phase,
    Stopwatch watch,
    Instant dueAt,
    AlarmLog alarms) {

  /** What is left of the target: all the time while paused, at the last start otherwise. */
  public Duration remaining() {
    Duration left = target.minus(watch.counted());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What is left of the target at an instant, in the hours that it is counted in. */
  public Duration remainingAt(Instant at, Rulebook rules) {
    if (!running()) {
      return remaining();
    }
    Stopwatch read = watch.ranUntil(at, new Agreements(rules).pinned(this).hours());
    return with(phase, read, alarms).remaining();
  }

  /**
   * Explains the time from the last start of the clock to its due instant.
   *
   * @return empty when it takes more rows than {@code most}
   */
  public Optional<List<TimelineRow>> timeline(Rulebook rules, int most) {
    return new Agreements(rules).pinned(this).hours().timeline(watch.since(), dueAt, most);
  }

  /** What people are told; a breach outlives everything that happens later. */
  public ClockStanding standing() {
    if (breached()) {
      return ClockStanding.BREACHED;
    }
    return switch (phase) {
      case RUNNING -> ClockStanding.RUNNING;
      case PAUSED -> ClockStanding.PAUSED;
      case MET -> ClockStanding.MET;
      case CANCELLED -> ClockStanding.CANCELLED;
    };
  }

  /** Whether a reply has met the clock. */
  boolean answered() {
    return metric.awaitsReply() && phase == ClockPhase.MET;
  }

  boolean running() {
    return phase == ClockPhase.RUNNING;
  }

  boolean breached() {
    return alarms.breachedAt() != null;
  }

  boolean awaits(UUID messageId) {
    return awaited != null && awaited.messageId().equals(messageId);
  }

  /** Whether the clock waits for nothing that this writer had not seen. */
  boolean awaitsOnlySeen(long seenIntakeSeq) {
    return awaited == null || awaited.seenBy(seenIntakeSeq);
  }

  /**
   * What has counted stays counted. A pause that gave a new window would let a case that is paused
   * again and again wait for ever.
   */
  Clock paused(Instant at, Agreement agreement) {
    return with(ClockPhase.PAUSED, watch.ranUntil(at, agreement.hours()), alarms);
  }

  Clock resumed(Instant at, Agreement agreement) {
    return with(ClockPhase.RUNNING, watch.startedAgainAt(at), alarms).due(agreement);
  }

  /**
   * A clock whose answer did not arrive goes on with what it had left when it was met. The time in
   * which nobody could know of the loss does not count.
   *
   * @param since when the clock would have run again by itself, because the customer wrote again
   * @param at when the loss became known; nothing is due before
   */
  Clock unmet(Instant since, Instant at, Agreement agreement) {
    Instant from = since.isBefore(watch.since()) ? watch.since() : since;
    Stopwatch read = watch.startedAgainAt(from).ranUntil(at, agreement.hours());
    return with(
            ClockPhase.RUNNING, breached() ? read : read.cappedAt(target), alarms.unacknowledged())
        .due(agreement);
  }

  Clock ended(ClockPhase end, Instant at, Agreement agreement) {
    Stopwatch read = running() ? watch.ranUntil(at, agreement.hours()) : watch.startedAgainAt(at);
    return with(end, read, alarms);
  }

  /**
   * The same clock under other terms: what has counted so far goes on counting, and a target that
   * is already used up is due at once, never before the change.
   */
  Clock retargeted(Instant at, Agreement old, Agreement agreement) {
    Duration newTarget = agreement.target().duration();
    Stopwatch read = running() ? watch.ranUntil(at, old.hours()) : watch.startedAgainAt(at);
    return new Clock(
            clockId,
            metric,
            startedAt,
            awaited,
            agreement.terms(),
            newTarget,
            phase,
            read.cappedAt(newTarget),
            dueAt,
            alarms.warned(Duration.ZERO))
        .due(agreement);
  }

  Clock logging(AlarmLog changed) {
    return with(phase, watch, changed);
  }

  private Clock with(ClockPhase newPhase, Stopwatch newWatch, AlarmLog newAlarms) {
    return new Clock(
        clockId, metric, startedAt, awaited, terms, target, newPhase, newWatch, dueAt, newAlarms);
  }

  private Clock due(Agreement agreement) {
    Instant due = breached() ? dueAt : watch.reaches(target, agreement.hours());
    return new Clock(clockId, metric, startedAt, awaited, terms, target, phase, watch, due, alarms);
  }
}
