package io.casewire.sla.pages;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.cases.CaseReader;
import io.casewire.sla.cases.CaseReader.SeenCase;
import io.casewire.sla.cases.ClockRow;
import io.casewire.sla.desk.EscalationDesk;
import io.casewire.sla.desk.EscalationItem;
import io.casewire.sla.rules.Rulebooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of the clocks of one case. */
@ApplicationScoped
class CaseStories {

  private static final PageRequest MANY = PageRequest.of("200", null);

  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final EscalationDesk escalations;
  private final DeskLinks desk;
  private final Clock time;

  CaseStories(
      Transactions transactions,
      Rulebooks rulebooks,
      EscalationDesk escalations,
      DeskLinks desk,
      Clock time) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.escalations = escalations;
    this.desk = desk;
    this.time = time;
  }

  /**
   * The story of a case.
   *
   * @throws Problem 404 if there is none that the caller may see
   */
  Uni<CaseStory> tell(Caller caller, String idOrNumber, Spans spans) {
    return escalations
        .list(caller, idOrNumber, MANY)
        .chain(
            raised ->
                transactions.read(
                    session ->
                        CaseReader.find(session, caller, idOrNumber)
                            .map(found -> found.orElseThrow(Problem::notFound))
                            .chain(seen -> story(session, seen, raised.items(), spans))));
  }

  private Uni<CaseStory> story(
      Mutiny.Session session, SeenCase seen, List<EscalationItem> raised, Spans spans) {
    return CaseReader.clocks(session, seen.caseId())
        .map(rows -> rows.stream().map(ClockRow::toClock).toList())
        .chain(
            clocks ->
                rulebooks
                    .load(session, clocks.stream().map(clock -> clock.terms()).toList())
                    .map(
                        rules -> {
                          Instant now = time.instant();
                          return new CaseStory(
                              seen.caseId(),
                              seen.caseNumber(),
                              desk.toCase(seen.caseId()),
                              clocks.stream()
                                  .map(clock -> ClockStory.of(clock, rules, now, spans))
                                  .toList(),
                              raised);
                        }));
  }
}
