package io.casewire.sla.cases;

import io.casewire.events.Sources;
import io.casewire.kit.inbox.AppliedPositions;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.clock.Clock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes cases out to work on them, and keeps what was done. A batch costs the same few statements
 * whatever its size.
 */
@ApplicationScoped
public class CaseLedger {

  private final Outbox outbox;
  private final Timers timers;

  CaseLedger(Outbox outbox, Timers timers) {
    this.outbox = outbox;
    this.timers = timers;
  }

  /**
   * Those of these cases that exist, with the clocks they can still change. Nobody else changes
   * them until the transaction ends.
   */
  public Uni<CaseWork> takeOut(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    List<String> keys = caseIds.stream().map(UUID::toString).toList();
    return Uni.combine()
        .all()
        .unis(
            timers.lock(unitOfWork, CaseAlarms.KIND, keys),
            CaseTable.lock(unitOfWork, caseIds),
            // Read after the lock, so that it is what the last holder of the lock has left.
            ClockTable.live(unitOfWork, caseIds),
            AppliedPositions.of(unitOfWork, Sources.ROUTING, keys))
        .with((_, cases, clocks, seen) -> new CaseWork(files(cases, clocks), seen));
  }

  private static List<CaseFile> files(List<CaseRow> cases, List<ClockRow> live) {
    Map<UUID, List<Clock>> clocks =
        live.stream()
            .collect(
                Collectors.groupingBy(
                    ClockRow::caseId, Collectors.mapping(ClockRow::toClock, Collectors.toList())));
    return cases.stream()
        .map(row -> row.toFile(clocks.getOrDefault(row.caseId(), List.of())))
        .toList();
  }

  /** The next cases, in the order of their ids, that have no final status. */
  public Uni<List<UUID>> unfinishedAfter(UnitOfWork unitOfWork, UUID caseId, int most) {
    return CaseTable.unfinishedAfter(unitOfWork, caseId, most);
  }

  /** Keeps all of it, and publishes what is to be published. */
  public Uni<Void> write(UnitOfWork unitOfWork, CaseWork work) {
    if (work.touched.isEmpty() && work.ended.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return PlainStatement.together(
        CaseTable.save(unitOfWork, work.touchedFiles()),
        ClockTable.save(unitOfWork, work.clockRows()),
        work.openedAndEnded().add(unitOfWork),
        EscalationTable.place(unitOfWork, work.placements()),
        EscalationTable.add(unitOfWork, work.raised),
        EscalationTable.withdraw(unitOfWork, work.withdrawn),
        EscalationTable.end(unitOfWork, work.ended),
        timers.set(unitOfWork, set(work)),
        timers.remove(unitOfWork, CaseAlarms.KIND, silent(work)),
        outbox.append(unitOfWork, work.outgoing));
  }

  private static List<DueTimer> set(CaseWork work) {
    return work.alarms.entrySet().stream()
        .filter(alarm -> alarm.getValue() != null)
        .map(alarm -> CaseAlarms.timer(alarm.getKey(), alarm.getValue()))
        .toList();
  }

  private static List<String> silent(CaseWork work) {
    return work.alarms.entrySet().stream()
        .filter(alarm -> alarm.getValue() == null)
        .map(alarm -> alarm.getKey().toString())
        .toList();
  }
}
