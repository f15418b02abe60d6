package io.casewire.notification.delivery;

import io.casewire.events.BounceKind;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.attempt.DeliveryState;
import io.casewire.notification.notice.Decision;
import io.casewire.notification.notice.Notice;
import io.casewire.notification.notice.Recipient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a notice, to be kept and, if it is to be sent, queued.
 *
 * @param cause the event that the notice is about
 * @param place for a notice that goes by mail
 */
public record NewDelivery(
    UUID notificationId,
    UUID caseId,
    String caseNumber,
    EventEnvelope cause,
    Notice notice,
    @Nullable MailPlace place) {

  static final String EMAIL = "email";
  static final String CHAT = "chat";

  /** What the other services are told at once, if the decision was all there is to do. */
  public Optional<Announcement> announcement() {
    return switch (notice.decision()) {
      case Decision.ByMail _ -> Optional.empty();
      case Decision.InChat _ -> Optional.of(announcement(DeliveryState.SENT, null));
      case Decision.Suppressed suppressed ->
          Optional.of(announcement(DeliveryState.SUPPRESSED, suppressed.reason().code()));
    };
  }

  boolean isMail() {
    return notice.decision() instanceof Decision.ByMail;
  }

  /** What the letter of a mail is written of. */
  Draft draft() {
    return new Draft(notificationId, caseId, caseNumber, notice.content(), place);
  }

  /**
   * Where the letter of a mail goes.
   *
   * @param agent what the directory says of the recipient, if that is an agent whom it knows
   * @param suppressedBy what keeps mail from the customer's address
   */
  @Nullable Addressee addressee(@Nullable Addressee agent, @Nullable BounceKind suppressedBy) {
    return switch (notice.recipient()) {
      case Recipient.Customer customer ->
          new Addressee(customer.name(), customer.language(), true, suppressedBy);
      case Recipient.Agent _ -> agent;
    };
  }

  /** A mail in its first attempt. */
  Delivery firstAttempt(long queuePlace, Instant queuedAt) {
    return new Delivery(
        queuePlace,
        1,
        1,
        notificationId,
        caseId,
        cause.id(),
        notice.template().key(),
        notice.recipient().kind(),
        place.messageId(),
        notice.content().messageId(),
        queuedAt,
        cause.correlationId(),
        cause.traceparent());
  }

  String channel() {
    return notice.decision() instanceof Decision.InChat ? CHAT : EMAIL;
  }

  private Announcement announcement(DeliveryState state, @Nullable String reason) {
    return new Announcement(
        caseId,
        notificationId,
        cause.id(),
        notice.template().key(),
        notice.recipient().kind(),
        channel(),
        state,
        reason,
        null,
        notice.content().messageId(),
        cause.correlationId(),
        cause.traceparent());
  }
}
