package io.casewire.sla.timekeeping;

import io.casewire.kit.identity.Role;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.rules.Rulebooks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The one way to new rules for clocks that run already. */
@Path("/api/v1/policies/rebase")
@Tag(name = "Policies")
class RebaseResource {

  private static final int ACCEPTED = 202;

  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final RebaseTimer rebase;

  RebaseResource(Transactions transactions, Rulebooks rulebooks, RebaseTimer rebase) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.rebase = rebase;
  }

  @POST
  @ResponseStatus(ACCEPTED)
  @RolesAllowed(Role.Names.SUPERVISOR)
  @Operation(
      operationId = "rebaseClocks",
      summary = "Puts all clocks that run under the policies and calendars of now, case by case")
  public Uni<Rebase> rebase() {
    return transactions.write(this::begin);
  }

  private Uni<Rebase> begin(UnitOfWork unitOfWork) {
    return unitOfWork
        .now()
        .chain(now -> rebase.begin(unitOfWork, now))
        .chain(() -> rulebooks.load(unitOfWork.session(), List.of()))
        .map(rules -> new Rebase(rules.currentPolicies().version()));
  }

  /**
   * A rebase that has begun.
   *
   * @param version of the policies that the clocks come under
   */
  @Schema(name = "Rebase")
  record Rebase(long version) {}
}
