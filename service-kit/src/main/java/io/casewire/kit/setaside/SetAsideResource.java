package io.casewire.kit.setaside;

import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows operators what the queues of this service pass over, and retries it for them. */
@Path("/api/v1/set-aside")
@RolesAllowed(Role.Names.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
class SetAsideResource {

  private final Transactions transactions;
  private final Map<String, WorkQueue> queues;

  SetAsideResource(Transactions transactions, @All List<WorkQueue> queues) {
    this.transactions = transactions;
    this.queues = queues.stream().collect(Collectors.toMap(WorkQueue::name, Function.identity()));
  }

  /** The items, the longest set aside first. */
  @GET
  public Uni<Page<SetAsideItem>> list(
      @RestQuery @Nullable String queue,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor) {
    if (queue != null && !queues.containsKey(queue)) {
      throw Problem.invalid("queue", "must be one of " + String.join(", ", queues.keySet()));
    }
    PageRequest page = PageRequest.of(limit, cursor);
    return transactions
        .read(session -> SetAsideTable.list(session, queue, page))
        .map(items -> Page.of(items, page, item -> Cursor.after(item.since(), item.id())));
  }

  /** Retries an item, and tells whether it is set aside after that. */
  @POST
  @Path("/{id}/retry")
  public Uni<RetryAnswer> retry(@RestPath UUID id) {
    return find(id)
        .map(item -> item.orElseThrow(Problem::notFound))
        .chain(item -> queues.get(item.queue()).retry(item.key()))
        .chain(() -> find(id))
        .map(item -> new RetryAnswer(item.isPresent()));
  }

  private Uni<Optional<SetAsideItem>> find(UUID id) {
    return transactions.read(session -> SetAsideTable.find(session, id));
  }

  /** What a retry has led to. */
  public record RetryAnswer(boolean stillSetAside) {}
}
