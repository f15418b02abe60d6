package io.casewire.routing.audit;

import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows supervisors the cases that nobody would look after; there should never be any. */
@Path("/api/v1/audit/forgotten")
@RolesAllowed(Role.Names.SUPERVISOR)
class ForgottenResource {

  private final Transactions transactions;

  ForgottenResource(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What was found among some of the cases and agents. A page may be empty and have a cursor all
   * the same: everything was looked at when there is none.
   */
  @GET
  public Uni<Page<ForgottenItem>> list(
      @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return transactions.read(session -> ForgottenCases.find(session, page));
  }
}
