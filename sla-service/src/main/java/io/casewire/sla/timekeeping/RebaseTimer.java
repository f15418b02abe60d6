package io.casewire.sla.timekeeping;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.clock.CaseFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Puts the running clocks of all cases under the current rules, some cases in each transaction. The
 * timer remembers how far it got, so a restart goes on there.
 */
@ApplicationScoped
class RebaseTimer implements TimerHandler {

  private static final String KIND = "clock-rebase";

  /** There is at most one, so that a new rebase begins anew instead of running beside the other. */
  private static final String KEY = "all";

  private static final String FROM_THE_FIRST = "";
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int BATCH = 500;

  private final Rounds rounds;
  private final Timers timers;

  RebaseTimer(Rounds rounds, Timers timers) {
    this.rounds = rounds;
    this.timers = timers;
  }

  /** Begins once the transaction is committed. */
  Uni<Void> begin(UnitOfWork unitOfWork, Instant now) {
    return timers.set(unitOfWork, List.of(new DueTimer(KIND, KEY, now, FROM_THE_FIRST)));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    String reached = due.getLast().payload();
    UUID after = reached.equals(FROM_THE_FIRST) ? BEFORE_ALL : UUID.fromString(reached);
    return rounds
        .unfinishedAfter(unitOfWork, after, BATCH)
        .chain(
            caseIds ->
                caseIds.isEmpty() ? Uni.createFrom().voidItem() : rebase(unitOfWork, caseIds, now));
  }

  private Uni<Void> rebase(UnitOfWork unitOfWork, List<UUID> caseIds, Instant now) {
    CaseFact rebased = new CaseFact.Rebased(now.truncatedTo(ChronoUnit.MICROS));
    Cause cause = Cause.of("rebase at " + now, null);
    return rounds
        .hold(
            unitOfWork,
            caseIds,
            now,
            round -> caseIds.forEach(caseId -> round.apply(caseId, rebased, cause)))
        .chain(
            () ->
                timers.set(
                    unitOfWork,
                    List.of(new DueTimer(KIND, KEY, now, caseIds.getLast().toString()))));
  }
}
