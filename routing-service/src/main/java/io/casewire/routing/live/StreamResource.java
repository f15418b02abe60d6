package io.casewire.routing.live;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.desk.Viewers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What changes on the cases that a member of staff sees, as it changes. */
@Path("/api/v1/stream")
@RolesAllowed(Role.Names.AGENT)
class StreamResource {

  /** Then the client comes again, and it is found out anew who he is and what he may see. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CaseChanges changes;
  private final Transactions transactions;
  private final Viewers viewers;
  private final SecurityIdentity identity;
  private final Clock clock;
  private final Duration heartbeat;

  StreamResource(
      CaseChanges changes,
      Transactions transactions,
      Viewers viewers,
      SecurityIdentity identity,
      Clock clock,
      StreamConfig config) {
    this.changes = changes;
    this.transactions = transactions;
    this.viewers = viewers;
    this.identity = identity;
    this.clock = clock;
    this.heartbeat = config.heartbeat();
  }

  /**
   * Server-sent events: {@code case} with the id of a case that has changed, and {@code refresh}
   * when changes may have been missed; that is the first event for a client that comes back with
   * {@code Last-Event-ID}. A {@code heartbeat} comes at once and at an interval, which it names; a
   * client that hears nothing for twice as long opens the stream anew. The stream ends after ten
   * minutes; browsers come back by themselves.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  public Multi<OutboundSseEvent> stream(
      @Context Sse sse, @RestHeader("Last-Event-ID") @Nullable String lastEventId) {
    Caller caller = Caller.of(identity);
    EventMaker events = new EventMaker(sse, clock, heartbeat);
    return transactions
        .read(session -> viewers.of(session, caller))
        .onItem()
        .transformToMulti(
            viewer ->
                Multi.createBy()
                    .merging()
                    .streams(
                        lastEventId == null
                            ? Multi.createFrom().empty()
                            : Multi.createFrom().item(events.refresh()),
                        Multi.createFrom()
                            .ticks()
                            .every(heartbeat)
                            .onOverflow()
                            .drop()
                            .map(ignored -> events.heartbeat()),
                        changes
                            .fromNow()
                            .filter(
                                change ->
                                    change.isEmpty() || change.get().concerns(viewer.visible()))
                            .map(change -> change.map(events::changed).orElseGet(events::refresh)))
                    .select()
                    .first(LONGEST));
  }
}
