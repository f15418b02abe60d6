package io.casewire.sla.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.cases.CaseReader;
import io.casewire.sla.cases.CaseReader.SeenCase;
import io.casewire.sla.cases.ClockRow;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.rules.Rulebooks;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** The clocks of a case. */
@Path("/api/v1/cases/{caseId}/clocks")
@Tag(name = "Clocks")
class ClockResource {

  /** A case that was accepted just now has its clocks within a moment. */
  private static final Duration UNTIL_VISIBLE = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final java.time.Clock time;
  private final SecurityIdentity identity;

  ClockResource(
      Transactions transactions,
      Rulebooks rulebooks,
      java.time.Clock time,
      SecurityIdentity identity) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.time = time;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Role.Names.AGENT)
  @Operation(
      operationId = "listClocks",
      summary = "Every clock that a case ever had, in the order of their starts")
  public Uni<List<ClockView>> list(@RestPath String caseId) {
    Caller caller = Caller.of(identity);
    return transactions.read(
        session ->
            CaseReader.find(session, caller, caseId)
                .map(found -> found.orElseThrow(ClockResource::unseen))
                .chain(seen -> clocks(session, seen)));
  }

  private Uni<List<ClockView>> clocks(Mutiny.Session session, SeenCase seen) {
    return CaseReader.clocks(session, seen.caseId())
        .map(rows -> rows.stream().map(ClockRow::toClock).toList())
        .chain(
            clocks ->
                rulebooks
                    .load(session, clocks.stream().map(Clock::terms).toList())
                    .map(
                        rules ->
                            clocks.stream()
                                .map(clock -> ClockView.of(clock, time.instant(), rules))
                                .toList()));
  }

  private static Problem unseen() {
    return Problem.notFound().withRetryAfter(UNTIL_VISIBLE);
  }
}
