package io.casewire.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.row.Rows;
import io.casewire.notification.attempt.DeliveryState;
import io.casewire.notification.notice.Content;
import io.casewire.notification.notice.Decision;
import io.casewire.notification.notice.Notice;
import io.casewire.notification.notice.Recipient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a row of {@code delivery} when it is inserted.
 *
 * @param locale null for an agent, whose language the directory tells
 * @param content null once the letter is written
 * @param mailbox what an acknowledgement counts against
 * @param letter sealed, of a mail whose first attempt begins; null, like the rest, for others
 */
record NewDeliveryRow(
    UUID notificationId,
    UUID caseId,
    UUID cause,
    String causeType,
    String template,
    String recipient,
    String recipientKind,
    String channel,
    @Nullable String locale,
    String state,
    @Nullable String reason,
    String correlationId,
    @Nullable String traceparent,
    @Nullable String rfcMessageId,
    @Nullable UUID messageId,
    @Nullable String inReplyTo,
    List<String> referenceIds,
    @Nullable JsonNode content,
    @Nullable String mailbox,
    byte @Nullable [] letter,
    @Nullable String sender,
    @Nullable String address) {

  static NewDeliveryRow of(NewDelivery delivery, Written.@Nullable Ready written) {
    Notice notice = delivery.notice();
    MailPlace place = delivery.place();
    return new NewDeliveryRow(
        delivery.notificationId(),
        delivery.caseId(),
        delivery.cause().id(),
        delivery.cause().type(),
        notice.template().key(),
        notice.recipient().name(),
        notice.recipient().kind().wireName(),
        delivery.channel(),
        written == null ? localeOf(notice.recipient()) : written.language(),
        stateOf(notice.decision()).wireName(),
        notice.decision() instanceof Decision.Suppressed suppressed
            ? suppressed.reason().code()
            : null,
        delivery.cause().correlationId(),
        delivery.cause().traceparent(),
        place == null ? null : place.messageId(),
        notice.content().messageId(),
        place == null ? null : place.inReplyTo(),
        place == null ? List.of() : place.references(),
        place == null || written != null ? null : Rows.column(notice.content()),
        mailboxOf(notice),
        written == null ? null : written.sealed(),
        written == null ? null : written.letter().sender(),
        written == null ? null : written.letter().recipient());
  }

  private static @Nullable String localeOf(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Customer customer -> customer.language();
      case Recipient.Agent _ -> null;
    };
  }

  private static DeliveryState stateOf(Decision decision) {
    return switch (decision) {
      case Decision.ByMail _ -> DeliveryState.QUEUED;
      case Decision.InChat _ -> DeliveryState.SENT;
      case Decision.Suppressed _ -> DeliveryState.SUPPRESSED;
    };
  }

  private static @Nullable String mailboxOf(Notice notice) {
    return notice.content() instanceof Content.Acknowledgement && notice.isMailToCustomer()
        ? EmailAddress.parse(notice.recipient().name())
            .map(address -> address.withoutPlusPart().value())
            .orElse(null)
        : null;
  }
}
