package io.casewire.sla.timekeeping;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.clock.CaseFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Lets clocks know that somebody has taken up an escalation. */
@ApplicationScoped
public class Acknowledgements {

  private final Rounds rounds;

  Acknowledgements(Rounds rounds) {
    this.rounds = rounds;
  }

  /**
   * The clock behind the escalation climbs no further. The case is locked until the transaction
   * ends.
   *
   * @param now the database's time
   */
  public Uni<Void> take(
      UnitOfWork unitOfWork, UUID caseId, UUID escalationId, Instant now, Cause cause) {
    CaseFact taken =
        new CaseFact.EscalationAcknowledged(escalationId, now.truncatedTo(ChronoUnit.MICROS));
    return rounds
        .hold(unitOfWork, List.of(caseId), now, round -> round.apply(caseId, taken, cause))
        .replaceWithVoid();
  }
}
