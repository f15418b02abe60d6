package io.casewire.routing.live;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseChange;
import io.casewire.routing.desk.Viewers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

  /** Makes the events of a stream. The ids of those that tell something say when they were sent. */
  private record EventMaker(Sse sse, Clock clock, Duration heartbeatEvery) {

    private static final String CASE = "case";
    private static final String REFRESH = "refresh";
    private static final String HEARTBEAT = "heartbeat";

    /** An event and no comment, which a browser would keep from its page. */
    OutboundSseEvent heartbeat() {
      return sse.newEventBuilder()
          .name(HEARTBEAT)
          .data("{\"seconds\":%d}".formatted(heartbeatEvery.toSeconds()))
          .build();
    }

    OutboundSseEvent refresh() {
      return event(REFRESH, "{}");
    }

    OutboundSseEvent changed(CaseChange change) {
      return event(CASE, "{\"caseId\":\"%s\"}".formatted(change.caseId()));
    }

    private OutboundSseEvent event(String name, String json) {
      return sse.newEventBuilder().name(name).id(Long.toString(clock.millis())).data(json).build();
    }
  }

  /** Settings of the desk's event stream. */
  @ConfigMapping(prefix = "casewire.routing.stream")
  interface StreamConfig {

    /**
     * How often a stream without news says that it still stands. Proxies close a connection that is
     * silent for a minute, and a page opens the stream anew when it has missed two.
     */
    @WithDefault("PT15S")
    Duration heartbeat();
  }
}
