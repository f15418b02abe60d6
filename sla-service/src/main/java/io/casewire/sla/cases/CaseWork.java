package io.casewire.sla.cases;

import io.casewire.events.CaseEvent;
import io.casewire.events.EscalationResolved;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.clock.Decision;
import io.casewire.sla.clock.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done to cases in one transaction, to be written all at once. Not for use by several
 * threads.
 */
public final class CaseWork {

  final Set<UUID> touched = new LinkedHashSet<>();
  final Map<UUID, @Nullable Instant> alarms = new LinkedHashMap<>();
  final List<EscalationRow> raised = new ArrayList<>();
  final List<Withdrawal> withdrawn = new ArrayList<>();
  final List<EscalationEnd> ended = new ArrayList<>();
  final List<OutgoingEvent> outgoing = new ArrayList<>();
  private final Map<UUID, NotedClock> noted = new LinkedHashMap<>();
  private final Map<UUID, CaseFile> before;
  private final Map<UUID, CaseFile> files;
  private final Map<String, Long> seenRoutingSeqs;

  CaseWork(Collection<CaseFile> locked, Map<String, Long> seenRoutingSeqs) {
    this.seenRoutingSeqs = seenRoutingSeqs;
    before = locked.stream().collect(Collectors.toMap(CaseFile::caseId, Function.identity()));
    files = new HashMap<>(before);
  }

  private record NotedClock(UUID caseId, Clock clock, boolean live) {}

  /** The case as it is after all that was done to it, if there is one. */
  public Optional<CaseFile> find(UUID caseId) {
    return Optional.ofNullable(files.get(caseId));
  }

  /**
   * The last sequence of routing's events of the case that has been applied; 0 before the first.
   */
  public long seenRoutingSeq(UUID caseId) {
    return seenRoutingSeqs.getOrDefault(caseId.toString(), 0L);
  }

  /** All cases that this transaction holds. */
  public Collection<CaseFile> files() {
    return List.copyOf(files.values());
  }

  Collection<CaseFile> touchedFiles() {
    return touched.stream().map(files::get).toList();
  }

  /** The clocks that changed, and the open ones of cases that are somewhere else now. */
  Collection<ClockRow> clockRows() {
    Map<UUID, NotedClock> changed = new LinkedHashMap<>(noted);
    moved()
        .forEach(
            file ->
                file.clocks().clocks().stream()
                    .filter(clock -> clock.phase().open())
                    .map(clock -> new NotedClock(file.caseId(), clock, true))
                    .forEach(clock -> changed.putIfAbsent(clock.clock().clockId(), clock)));
    return changed.values().stream()
        .map(one -> ClockRow.of(files.get(one.caseId()), one.clock(), one.live()))
        .toList();
  }

  Collection<Placement> placements() {
    return moved().map(Placement::of).toList();
  }

  /** Cases that were known before, in another queue or with another owner. */
  private Stream<CaseFile> moved() {
    return touched.stream()
        .filter(before::containsKey)
        .map(files::get)
        .filter(file -> !Placement.of(file).equals(Placement.of(before.get(file.caseId()))));
  }

  /** How many more clocks are open than before. */
  OpenCounts openedAndEnded() {
    Map<UUID, ClockPhase> phasesBefore = new HashMap<>();
    before.values().stream()
        .flatMap(file -> file.clocks().clocks().stream())
        .forEach(clock -> phasesBefore.put(clock.clockId(), clock.phase()));
    phasesBefore.keySet().retainAll(noted.keySet());
    return OpenCounts.of(noted.values().stream().map(one -> one.clock().phase()).toList())
        .minus(OpenCounts.of(phasesBefore.values()));
  }

  /** The case is to be kept like this. */
  public void keep(CaseFile file) {
    touched.add(file.caseId());
    files.put(file.caseId(), file);
  }

  /** The case's clocks are to be kept as they were decided, and its alarm is to be set. */
  public void decide(CaseFile file, Decision decision) {
    noteClocks(file, decision);
    decision.outcomes().forEach(outcome -> noteEscalations(file, outcome));
    alarms.put(file.caseId(), decision.nextAlarmAt());
    keep(file.with(decision.clocks()));
  }

  private void noteClocks(CaseFile file, Decision decision) {
    List<Clock> before = file.clocks().clocks();
    List<Clock> after = decision.clocks().clocks();
    Map<UUID, Clock> over = new LinkedHashMap<>();
    before.forEach(clock -> over.put(clock.clockId(), clock));
    decision.outcomes().forEach(outcome -> over.put(outcome.clock().clockId(), outcome.clock()));
    after.forEach(clock -> over.remove(clock.clockId()));
    over.values().forEach(clock -> note(file.caseId(), clock, false));
    after.stream()
        .filter(clock -> !before.contains(clock))
        .forEach(clock -> note(file.caseId(), clock, true));
  }

  private void note(UUID caseId, Clock clock, boolean live) {
    noted.put(clock.clockId(), new NotedClock(caseId, clock, live));
  }

  private void noteEscalations(CaseFile file, Outcome outcome) {
    switch (outcome) {
      case Outcome.Escalated escalated -> raised.add(EscalationRow.of(file, escalated));
      case Outcome.BreachWithdrawn innocent ->
          innocent.escalationIds().forEach(id -> withdrawn.add(new Withdrawal(id, innocent.at())));
      case Outcome.Started _,
          Outcome.Paused _,
          Outcome.Resumed _,
          Outcome.Met _,
          Outcome.Cancelled _,
          Outcome.Retargeted _,
          Outcome.Warned _,
          Outcome.Breached _ -> {}
    }
  }

  /** Routing is through with an escalation. */
  public void end(EscalationResolved resolved) {
    ended.add(EscalationEnd.of(resolved));
  }

  /** Publishes something about the case, with the case's next number. */
  public void publish(UUID caseId, CaseEvent event, Instant at, Cause cause) {
    CaseFile numbered = files.get(caseId).numbered();
    keep(numbered);
    outgoing.add(
        Publication.of(event, numbered.customerId(), Ids.next(), numbered.sequence(), at, cause));
  }
}
