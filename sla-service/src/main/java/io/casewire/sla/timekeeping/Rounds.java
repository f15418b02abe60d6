package io.casewire.sla.timekeeping;

import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.cases.CaseFile;
import io.casewire.sla.cases.CaseLedger;
import io.casewire.sla.cases.CaseWork;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.Terms;
import io.casewire.sla.rules.Rulebooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Opens and closes rounds: takes out cases and rules, and keeps what was decided. */
@ApplicationScoped
class Rounds {

  private final CaseLedger ledger;
  private final Rulebooks rulebooks;

  Rounds(CaseLedger ledger, Rulebooks rulebooks) {
    this.ledger = ledger;
    this.rulebooks = rulebooks;
  }

  /**
   * Decides about cases and keeps it.
   *
   * @param now the database's time
   * @param decide called once, when everything that it needs is there
   */
  Uni<Round> hold(
      UnitOfWork unitOfWork, Collection<UUID> caseIds, Instant now, Consumer<Round> decide) {
    return hold(unitOfWork, caseIds, now, List.of(now), decide);
  }

  /**
   * The same with the rules that were in force at several instants.
   *
   * @param instants at least one
   */
  Uni<Round> hold(
      UnitOfWork unitOfWork,
      Collection<UUID> caseIds,
      Instant now,
      Collection<Instant> instants,
      Consumer<Round> decide) {
    Instant first = Collections.min(instants);
    Instant last = Collections.max(instants);
    return ledger
        .takeOut(unitOfWork, caseIds)
        .chain(
            work ->
                rulebooks
                    .load(unitOfWork.session(), terms(work), first, last)
                    .map(rules -> new Round(work, rules, now)))
        .invoke(decide)
        .call(round -> ledger.write(unitOfWork, round.work()));
  }

  private static Set<Terms> terms(CaseWork work) {
    return work.files().stream()
        .map(CaseFile::clocks)
        .flatMap(clocks -> clocks.clocks().stream())
        .map(Clock::terms)
        .collect(Collectors.toSet());
  }

  /** The next cases, in the order of their ids, that have no final status. */
  Uni<List<UUID>> unfinishedAfter(UnitOfWork unitOfWork, UUID caseId, int most) {
    return ledger.unfinishedAfter(unitOfWork, caseId, most);
  }
}
