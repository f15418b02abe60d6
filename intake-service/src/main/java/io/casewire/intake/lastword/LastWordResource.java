package io.casewire.intake.lastword;

import io.casewire.events.CaseStatus;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.access.Readers;
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
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a customer closes his case and says how content he is. Staff do neither. */
@Path("/api/v1/cases/{caseId}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class LastWordResource {

  private final Readers readers;
  private final Correspondents correspondents;
  private final SenderGate gate;
  private final TextReader texts;
  private final Transactions transactions;
  private final CaseClosing closing;
  private final CaseRating rating;
  private final Clock clock;

  LastWordResource(
      Readers readers,
      Correspondents correspondents,
      SenderGate gate,
      TextReader texts,
      Transactions transactions,
      CaseClosing closing,
      CaseRating rating,
      Clock clock) {
    this.readers = readers;
    this.correspondents = correspondents;
    this.gate = gate;
    this.texts = texts;
    this.transactions = transactions;
    this.closing = closing;
    this.rating = rating;
    this.clock = clock;
  }

  /** Closes the case; once more is the same. */
  @POST
  @Path("/close")
  public Uni<ClosingAnswer> close(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    Cause cause = cause();
    return customer(caseId, authorization)
        .call(
            customer ->
                transactions.write(
                    unitOfWork ->
                        closing.close(unitOfWork, customer.caseId(), clock.instant(), cause)))
        .map(customer -> new ClosingAnswer(customer.caseId(), CaseStatus.CLOSED));
  }

  /** Rates the last resolution. On a worker thread, since the comment is searched for secrets. */
  @POST
  @Path("/rating")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  public Uni<RatingAnswer> rate(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull RatingBody body) {
    Cause cause = cause();
    String comment = texts.redactNullable(body.comment());
    return customer(caseId, authorization)
        .chain(
            customer ->
                transactions.write(
                    unitOfWork ->
                        rating.rate(
                            unitOfWork,
                            customer.caseId(),
                            body.score(),
                            comment,
                            clock.instant(),
                            cause)))
        .replaceWith(() -> new RatingAnswer(body.score(), comment));
  }

  private Uni<Correspondent> customer(String caseId, @Nullable String authorization) {
    return readers
        .of(authorization)
        .invoke(
            reader -> {
              if (reader instanceof Reader.Staff) {
                throw Problem.forbidden();
              }
            })
        .chain(reader -> correspondents.find(caseId, reader))
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(customer -> gate.passHolder(customer.caseId().toString()));
  }

  private static Cause cause() {
    return Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
  }
}
