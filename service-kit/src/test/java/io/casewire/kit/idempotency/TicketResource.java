package io.casewire.kit.idempotency;

import io.casewire.kit.id.Ids;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Creates a ticket with each request that is not a repetition. */
@Path("/tickets")
@PermitAll
public class TicketResource {

  static final String REFUSED = "refuse me";

  /** What a subject begins with of which there can be one ticket only. */
  static final String SINGLE = "the only ";

  private static final String INSERT =
      """
      insert into ticket (id, subject)
      select ?1, ?2 where ?2 not like ?3 or not exists (select from ticket where subject = ?2)
      """;

  private final Idempotency idempotency;
  private final RequestKeys keys;

  TicketResource(Idempotency idempotency, RequestKeys keys) {
    this.idempotency = idempotency;
    this.keys = keys;
  }

  public record NewTicket(@NotBlank String subject) {}

  public record Created(UUID id) {}

  @POST
  public Uni<Response> create(@Valid NewTicket ticket, @RestQuery @Nullable String caller) {
    return idempotency
        .once(
            keys.forCaller("ticket:" + caller),
            Created.class,
            work -> create(work, ticket.subject()))
        .map(outcome -> outcome.respond(201, outcome.value()).build());
  }

  private static Uni<Created> create(UnitOfWork unitOfWork, String subject) {
    if (subject.equals(REFUSED)) {
      throw refused();
    }
    UUID id = Ids.next();
    return unitOfWork
        .session()
        .createNativeQuery(INSERT)
        .setParameter(1, id)
        .setParameter(2, subject)
        .setParameter(3, SINGLE + "%")
        .executeUpdate()
        .map(
            inserted -> {
              if (inserted == 0) {
                throw refused();
              }
              return new Created(id);
            });
  }

  private static Problem refused() {
    return Problem.conflict("refused", "This is refused", "Always.");
  }
}
