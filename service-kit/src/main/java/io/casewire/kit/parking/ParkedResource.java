package io.casewire.kit.parking;

import io.casewire.kit.identity.Role;
import io.casewire.kit.inbox.EventHandlers;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.paging.Page;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Shows operators what is parked in this service, and applies it once the cause is mended. */
@Path("/api/v1/parked")
@RolesAllowed(Role.Names.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
class ParkedResource {

  private static final int MOST_SHOWN = 200;

  private final Transactions transactions;
  private final Inbox inbox;
  private final EventHandlers handlers;

  ParkedResource(Transactions transactions, Inbox inbox, EventHandlers handlers) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.handlers = handlers;
  }

  /** The keys that wait, the longest first. */
  @GET
  public Uni<Page<ParkedKey>> list() {
    return transactions
        .read(session -> ParkedRows.keys(session, MOST_SHOWN))
        .map(keys -> new Page<>(keys, null));
  }

  /** Applies what waits for a key, in order, as far as it goes now, and tells what is left. */
  @POST
  @Path("/{subject}/replay")
  public Uni<ReplayAnswer> replay(@RestPath String subject) {
    return transactions
        .read(session -> ParkedRows.head(session, subject))
        .map(head -> head.orElseThrow(Problem::notFound).record().topic())
        .chain(topic -> inbox.drain(subject, handlers.of(topic)))
        .chain(() -> transactions.read(session -> ParkedRows.countOf(session, subject)))
        .map(ReplayAnswer::new);
  }

  /** What a replay has left. */
  public record ReplayAnswer(long stillParked) {}
}
