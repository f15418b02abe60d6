package io.casewire.sla.clock;

import io.casewire.events.CaseStatus;
import io.casewire.sla.escalation.RaisedEscalation;
import io.casewire.sla.policy.CaseTraits;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of a case while one decision is made, and what became of them. */
final class OpenClocks {

  private static final Comparator<Clock> OLDEST_FIRST =
      Comparator.comparing(Clock::metric)
          .thenComparing(
              clock -> clock.awaited() == null ? Long.MAX_VALUE : clock.awaited().sequence());

  private final UUID caseId;
  private final Agreements agreements;
  private final Map<Metric, Clock> clocks = new EnumMap<>(Metric.class);
  private final Map<UUID, Clock> answered = new LinkedHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private int started;

  OpenClocks(UUID caseId, List<Clock> clocks, int started, Agreements agreements) {
    this.caseId = caseId;
    this.agreements = agreements;
    this.started = started;
    clocks.forEach(this::replace);
  }

  /** Those that wait for something, and the resolution clock of a resolved case. */
  List<Clock> all() {
    return List.copyOf(clocks.values());
  }

  /** Keeps those that an answer has met and, should it be none, that may run again. */
  void keepAnswered(Set<UUID> clockIds) {
    answered.keySet().retainAll(clockIds);
  }

  /** All that have to be remembered. */
  List<Clock> kept() {
    return Stream.concat(clocks.values().stream(), answered.values().stream()).toList();
  }

  Optional<Clock> find(Metric metric) {
    return Optional.ofNullable(clocks.get(metric));
  }

  Agreements agreements() {
    return agreements;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  int started() {
    return started;
  }

  /**
   * Starts a clock if the metric has none and a policy has a target for it.
   *
   * @param asOf when the policy came to apply; until then time counts, but breaches nothing
   */
  void start(
      Metric metric,
      @Nullable WaitingMessage awaited,
      Instant startedAt,
      Instant asOf,
      CaseTraits traits) {
    Optional<Agreement> agreement = agreements.current(metric, traits);
    if (clocks.containsKey(metric) || agreement.isEmpty()) {
      return;
    }
    started++;
    Duration target = agreement.get().target().duration();
    Stopwatch watch =
        new Stopwatch(Duration.ZERO, startedAt)
            .ranUntil(asOf, agreement.get().hours())
            .cappedAt(target);
    record(
        new Outcome.Started(
            new Clock(
                DerivedId.of(startedAt, caseId + ":" + metric.wireName() + ":" + started),
                metric,
                startedAt,
                awaited,
                agreement.get().terms(),
                target,
                ClockPhase.RUNNING,
                watch,
                watch.reaches(target, agreement.get().hours()),
                AlarmLog.SILENT),
            asOf));
  }

  void meet(Metric metric, Instant at) {
    Clock clock = clocks.get(metric);
    if (clock == null || clock.phase() == ClockPhase.MET) {
      return;
    }
    Clock judged = withdrawBreachPreventedAt(at, clock);
    Clock met = judged.ended(ClockPhase.MET, at, agreements.pinned(judged));
    clocks.remove(metric);
    record(new Outcome.Met(met, at, met.breached()));
  }

  /**
   * The answer that had met these clocks was none. Of all reply clocks the one of the oldest
   * message runs, as it would if the answer had never been written; the others end.
   *
   * @param since when it would have run again by itself, because the customer wrote again
   * @param at when it became known
   */
  void unmeet(List<UUID> met, Instant since, Instant at) {
    List<Clock> unmet = met.stream().map(answered::remove).filter(Objects::nonNull).toList();
    List<Clock> open = all().stream().filter(clock -> clock.metric().awaitsReply()).toList();
    Optional<Clock> oldest = Stream.concat(unmet.stream(), open.stream()).min(OLDEST_FIRST);
    open.stream()
        .filter(clock -> clock != oldest.orElseThrow())
        .forEach(clock -> cancel(clock.metric(), at, CancelReason.EARLIER_MESSAGE));
    for (Clock clock : unmet) {
      Agreement agreement = agreements.pinned(clock);
      if (clock == oldest.orElseThrow()) {
        record(new Outcome.Resumed(clock.unmet(since, at, agreement), at));
      } else {
        Clock ended = clock.ended(ClockPhase.CANCELLED, at, agreement);
        outcomes.add(new Outcome.Cancelled(ended, at, CancelReason.EARLIER_MESSAGE));
      }
    }
  }

  void cancel(Metric metric, Instant at, CancelReason reason) {
    Clock clock = clocks.get(metric);
    if (clock != null && clock.phase() != ClockPhase.MET) {
      Clock judged = withdrawBreachPreventedAt(at, clock);
      Clock cancelled = judged.ended(ClockPhase.CANCELLED, at, agreements.pinned(judged));
      record(new Outcome.Cancelled(cancelled, at, reason));
    }
    clocks.remove(metric);
  }

  /** Stops the clock if its policy says so for this status. */
  void pause(Metric metric, CaseStatus status, Instant at) {
    Clock clock = clocks.get(metric);
    if (clock == null || !clock.running()) {
      return;
    }
    Agreement agreement = agreements.pinned(clock);
    if (agreement.policy().pauseOn().contains(status)) {
      Clock judged = withdrawBreachPreventedAt(at, clock);
      record(new Outcome.Paused(judged.paused(at, agreement), at));
    }
  }

  /** Starts the clock again if it is paused or, for the resolution of a reopened case, was met. */
  void resume(Metric metric, Instant at) {
    Clock clock = clocks.get(metric);
    if (clock != null && !clock.running()) {
      record(new Outcome.Resumed(clock.resumed(at, agreements.pinned(clock)), at));
    }
  }

  /** After a change of the case: each clock's own version of the policies selects again. */
  void reselect(Instant at, CaseTraits traits) {
    unmet().forEach(clock -> retarget(clock, at, agreements.reselected(clock, traits)));
  }

  /** The current policies and calendars take the place of the pinned ones. */
  void rebase(Instant at, CaseTraits traits) {
    unmet().forEach(clock -> retarget(clock, at, agreements.current(clock.metric(), traits)));
  }

  private List<Clock> unmet() {
    return clocks.values().stream().filter(clock -> clock.phase() != ClockPhase.MET).toList();
  }

  /** Puts a clock under other terms; a breach stays what it is, under the terms it broke. */
  private void retarget(Clock clock, Instant at, Optional<Agreement> selected) {
    if (selected.isEmpty()) {
      cancel(clock.metric(), at, CancelReason.NO_TARGET);
    } else if (!selected.get().terms().equals(clock.terms())) {
      Clock judged = withdrawBreachPreventedAt(at, clock);
      if (!judged.breached()) {
        Agreement old = agreements.pinned(judged);
        record(new Outcome.Retargeted(judged.retargeted(at, old, selected.get()), at));
      }
    }
  }

  /** Notes an outcome and the clock after it. */
  void record(Outcome outcome) {
    outcomes.add(outcome);
    replace(outcome.clock());
  }

  /** Changes a clock without telling anybody. */
  void replace(Clock clock) {
    if (clock.answered()) {
      answered.put(clock.clockId(), clock);
    } else {
      clocks.put(clock.metric(), clock);
    }
  }

  private Clock withdrawBreachPreventedAt(Instant at, Clock clock) {
    Instant breachedAt = clock.alarms().breachedAt();
    if (breachedAt == null || at.isAfter(breachedAt)) {
      return clock;
    }
    List<UUID> escalations =
        clock.alarms().escalations().stream().map(RaisedEscalation::escalationId).toList();
    Clock innocent = clock.logging(clock.alarms().withdrawn());
    record(new Outcome.BreachWithdrawn(innocent, at, escalations));
    return innocent;
  }
}
