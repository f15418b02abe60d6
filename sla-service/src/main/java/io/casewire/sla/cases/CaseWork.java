package io.casewire.sla.cases;

import io.casewire.events.CaseEvent;
import io.casewire.events.EscalationResolved;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.Decision;
import io.casewire.sla.clock.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done to cases in one transaction, to be written all at once. Not for use by several
 * threads.
 */
public final class CaseWork {

  final Set<UUID> touched = new LinkedHashSet<>();
  final Map<UUID, ClockRow> clocks = new LinkedHashMap<>();
  final Map<UUID, @Nullable Instant> alarms = new LinkedHashMap<>();
  final List<EscalationRow> raised = new ArrayList<>();
  final List<Withdrawal> withdrawn = new ArrayList<>();
  final List<EscalationEnd> ended = new ArrayList<>();
  final List<OutgoingEvent> outgoing = new ArrayList<>();
  private final Map<UUID, CaseFile> files;

  CaseWork(Collection<CaseFile> locked) {
    files = locked.stream().collect(Collectors.toMap(CaseFile::caseId, Function.identity()));
  }

  /** The case as it is after all that was done to it, if there is one. */
  public Optional<CaseFile> find(UUID caseId) {
    return Optional.ofNullable(files.get(caseId));
  }

  /** All cases that this transaction holds. */
  public Collection<CaseFile> files() {
    return List.copyOf(files.values());
  }

  Collection<CaseFile> touchedFiles() {
    return touched.stream().map(files::get).toList();
  }

  /** The case is to be kept like this. */
  public void keep(CaseFile file) {
    touched.add(file.caseId());
    files.put(file.caseId(), file);
  }

  /** The case's clocks are to be kept as they were decided, and its alarm is to be set. */
  public void decide(CaseFile file, Decision decision) {
    noteClocks(file, decision);
    decision.outcomes().forEach(outcome -> noteEscalations(file.caseId(), outcome));
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
    clocks.put(clock.clockId(), ClockRow.of(caseId, clock, live));
  }

  private void noteEscalations(UUID caseId, Outcome outcome) {
    switch (outcome) {
      case Outcome.Escalated escalated -> raised.add(EscalationRow.of(caseId, escalated));
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
    outgoing.add(Publication.of(event, Ids.next(), numbered.sequence(), at, cause));
  }
}
