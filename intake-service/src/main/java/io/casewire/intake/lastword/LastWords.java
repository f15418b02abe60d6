package io.casewire.intake.lastword;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.CaseClosing;
import io.casewire.intake.conversation.CaseRating;
import io.casewire.intake.conversation.Correspondent;
import io.casewire.intake.conversation.Correspondents;
import io.casewire.intake.conversation.Reader;
import io.casewire.intake.gate.SenderGate;
import io.casewire.intake.reading.TextReader;
import io.casewire.kit.id.Ids;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.telemetry.Traces;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the last words of customers, whichever way they come. */
@ApplicationScoped
class LastWords {

  private final Correspondents correspondents;
  private final SenderGate gate;
  private final TextReader texts;
  private final Transactions transactions;
  private final CaseClosing closing;
  private final CaseRating rating;
  private final Clock clock;

  LastWords(
      Correspondents correspondents,
      SenderGate gate,
      TextReader texts,
      Transactions transactions,
      CaseClosing closing,
      CaseRating rating,
      Clock clock) {
    this.correspondents = correspondents;
    this.gate = gate;
    this.texts = texts;
    this.transactions = transactions;
    this.closing = closing;
    this.rating = rating;
    this.clock = clock;
  }

  /**
   * Closes the reader's case; once more is the same.
   *
   * @return the case; fails with a {@link Problem} 404 if it is not his
   */
  Uni<UUID> close(String caseId, Uni<Reader> reader) {
    Cause cause = cause();
    return customer(caseId, reader)
        .map(Correspondent::caseId)
        .call(
            id ->
                transactions.write(
                    unitOfWork -> closing.close(unitOfWork, id, clock.instant(), cause)));
  }

  /**
   * Rates the last resolution. Not for an event loop, since it searches the comment for secrets.
   *
   * @return the rating as it is kept; fails with a {@link Problem} 404 if the case is not his
   */
  Uni<RatingAnswer> rate(String caseId, Uni<Reader> reader, int score, @Nullable String comment) {
    Cause cause = cause();
    String redacted = texts.redactNullable(comment);
    return customer(caseId, reader)
        .chain(
            customer ->
                transactions.write(
                    unitOfWork ->
                        rating.rate(
                            unitOfWork,
                            customer.caseId(),
                            score,
                            redacted,
                            clock.instant(),
                            cause)))
        .replaceWith(() -> new RatingAnswer(score, redacted));
  }

  private Uni<Correspondent> customer(String caseId, Uni<Reader> reader) {
    return reader
        .invoke(
            who -> {
              if (who instanceof Reader.Staff) {
                throw Problem.forbidden("Only the customer closes or rates his case here.");
              }
            })
        .chain(who -> correspondents.find(caseId, who))
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(customer -> gate.passHolder(customer.caseId().toString()));
  }

  private static Cause cause() {
    return Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
  }
}
