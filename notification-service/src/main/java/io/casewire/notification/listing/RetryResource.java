package io.casewire.notification.listing;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.notification.delivery.FailedMails;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Queues mails again that were given up, when what kept them from being sent is mended. */
@Path("/api/v1/notifications")
@Tag(name = "Notifications")
@RolesAllowed(Role.Names.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
class RetryResource {

  private static final Logger LOG = Logger.getLogger(RetryResource.class);
  private static final String NOT_RETRIABLE =
      "Only a notification that has failed can be queued again, once, and only while its text is"
          + " kept.";

  private final FailedMails failedMails;
  private final NotificationList notifications;
  private final SecurityIdentity identity;

  RetryResource(
      FailedMails failedMails, NotificationList notifications, SecurityIdentity identity) {
    this.failedMails = failedMails;
    this.notifications = notifications;
    this.identity = identity;
  }

  @POST
  @Path("/{notificationId}/retry")
  @Operation(
      operationId = "retryNotification",
      summary = "Queues a failed notification again: the same mail under the same Message-ID")
  public Uni<RetryAnswer> retry(@RestPath UUID notificationId) {
    return notifications
        .details(Caller.of(identity), notificationId)
        .onItem()
        .ifNull()
        .failWith(Problem::notFound)
        .chain(() -> failedMails.requeue(notificationId))
        .map(
            queued -> {
              if (!queued) {
                throw Problem.conflict(
                    "not-retriable", "The notification can not be queued again", NOT_RETRIABLE);
              }
              return answer(1);
            });
  }

  @POST
  @Path("/retry")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "retryNotifications",
      summary =
          "Queues notifications again that failed within a time, "
              + FailedMails.MOST
              + " at most, the longest failed first")
  public Uni<RetryAnswer> retryAll(@Valid @NotNull RetryBody body) {
    body.check();
    return failedMails.requeue(body.from(), body.to(), body.reason()).map(this::answer);
  }

  private RetryAnswer answer(int queued) {
    LOG.infof("queued again notifications=%d by=%s", queued, Caller.of(identity).agentId());
    return new RetryAnswer(queued, queued == FailedMails.MOST);
  }

  /**
   * Which notifications to queue again.
   *
   * @param from the earliest instant at which one was given up
   * @param to the first instant after those
   * @param reason a code such as {@code rejected-550}; null for all
   */
  @Schema(name = "NotificationRetry")
  record RetryBody(@NotNull Instant from, @NotNull Instant to, @Nullable String reason) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /**
     * @throws Problem 400 if a value can't be one
     */
    void check() {
      if (!from.isBefore(to)) {
        throw Problem.invalid("to", "must be after from");
      }
      if (Duration.between(from, to).compareTo(LONGEST) > 0) {
        throw Problem.invalid(
            "to", "must be %d days after from at most".formatted(LONGEST.toDays()));
      }
      if (reason != null && !reason.matches("[a-z0-9-]{1,64}")) {
        throw Problem.invalid("reason", "must be a code of lower-case letters, digits and hyphens");
      }
    }
  }

  /**
   * What was queued again.
   *
   * @param more whether there may be more that the same request would queue
   */
  @Schema(name = "NotificationRetryAnswer")
  public record RetryAnswer(int queued, boolean more) {}
}
