package io.casewire.notification.bounce;

import io.casewire.events.BounceKind;
import io.casewire.events.MailBounced;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.attempt.DeliveryState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A report and the mail of ours that it is about. */
record Report(MailBounced event, ReportedMail mail) {

  static List<Report> firstOfEachMail(Stream<Report> reports) {
    Set<Long> seen = new HashSet<>();
    return reports.filter(report -> seen.add(report.mail.place())).toList();
  }

  /** Whether its mail comes back by it, which it does once. */
  boolean isReturn() {
    return !isComplaint() && mail.returnable();
  }

  /** A mail that its reader complains of has arrived. */
  boolean isComplaint() {
    return event.kind() == BounceKind.COMPLAINT;
  }

  String reason() {
    return BounceReason.of(event.status()).code();
  }

  Announcement announcement() {
    return new Announcement(
        mail.caseId(),
        mail.notificationId(),
        mail.cause(),
        mail.template(),
        mail.recipientKind(),
        mail.channel(),
        DeliveryState.BOUNCED,
        reason(),
        mail.rfcMessageId(),
        mail.messageId(),
        mail.correlationId(),
        mail.traceparent());
  }
}
