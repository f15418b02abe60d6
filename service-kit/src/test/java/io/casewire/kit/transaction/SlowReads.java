package io.casewire.kit.transaction;

import io.casewire.kit.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads that take longer than anybody waits. */
@Path("/reads")
@RolesAllowed(Role.Names.AGENT)
class SlowReads {

  static final String ENDLESS = "select 'endless' from pg_sleep(3600)";

  private static final String NO_LIMIT = "set local statement_timeout = 0";

  private final Transactions transactions;

  SlowReads(Transactions transactions) {
    this.transactions = transactions;
  }

  @GET
  @Path("/slow")
  public Uni<String> slow() {
    return transactions.read(
        session -> PlainStatement.of(session, ENDLESS + " -- slow").value(String.class));
  }

  @GET
  @Path("/endless")
  public Uni<String> endless() {
    return transactions.read(SlowReads::endless);
  }

  /** Ends only when it is cancelled. */
  static Uni<String> endless(Mutiny.Session session) {
    return PlainStatement.of(session, NO_LIMIT)
        .update()
        .chain(() -> PlainStatement.of(session, ENDLESS).value(String.class));
  }
}
