package io.casewire.intake.closing;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.LockedCase;
import io.casewire.intake.conversation.Viewer;
import io.casewire.intake.ratelimit.SenderLimits;
import io.casewire.kit.id.Ids;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;

/** Lets a customer close and rate the case of his link, from programs and from the case's page. */
@ApplicationScoped
class CustomerClosing {

  private final Cases cases;
  private final SenderLimits limits;
  private final TextAnalysis texts;
  private final Transactions transactions;
  private final Clock clock;

  CustomerClosing(
      Cases cases,
      SenderLimits limits,
      TextAnalysis texts,
      Transactions transactions,
      Clock clock) {
    this.cases = cases;
    this.limits = limits;
    this.texts = texts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Closes the case; closing it once more changes nothing.
   *
   * @return the case; fails with a {@link Problem} 404 if it is not the viewer's
   */
  Uni<UUID> close(String caseId, Viewer viewer) {
    return change(caseId, viewer, (theCase, cause) -> theCase.close(clock.instant(), cause));
  }

  /**
   * Rates the last resolution. Not for an event loop, since it searches the comment for secrets.
   *
   * @return the rating as it is kept; fails with a {@link Problem} 404 if the case is not his
   */
  Uni<Rating> rate(String caseId, Uni<Viewer> viewer, Rating rating) {
    Rating kept = new Rating(rating.score(), texts.redactNullable(rating.comment()));
    return viewer
        .chain(
            customer ->
                change(
                    caseId,
                    customer,
                    (theCase, cause) ->
                        theCase.rate(kept.score(), kept.comment(), clock.instant(), cause)))
        .replaceWith(kept);
  }

  private Uni<UUID> change(
      String caseId, Viewer viewer, BiFunction<LockedCase, Cause, Uni<Void>> change) {
    if (!(viewer instanceof Viewer.Customer customer)) {
      throw Problem.forbidden("Only the customer closes or rates his case here.");
    }
    limits.countOnCase(customer.caseId());
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return transactions
        .write(
            unitOfWork ->
                cases
                    .lock(unitOfWork, caseId, customer)
                    .chain(theCase -> change.apply(theCase, cause)))
        .replaceWith(customer.caseId());
  }
}
