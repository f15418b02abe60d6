package io.casewire.notification.bounce;

import io.casewire.events.BounceKind;
import io.casewire.events.MailBounced;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.suppression.SuppressionConfig;
import io.casewire.notification.suppression.SuppressionRow;
import io.casewire.notification.suppression.Suppressions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes reports about mails that we have sent. A report counts only with the Message-ID of a mail
 * of ours, which none but its readers know, and only for the address that this mail went to: or
 * anybody could silence a customer.
 */
@ApplicationScoped
public class Bounces {

  /** A mail whose result was lost by a crash is queued still, but it had gone. */
  private static final String FIND =
      """
      select cast(to_jsonb(hit) as text) from (
        select report.nth, place, notification_id, delivery.case_id, cause, template,
          recipient_kind, channel, address, rfc_message_id, message_id, correlation_id, traceparent,
          state = 'sent' or (state = 'queued' and attempts > 0 and letter is not null) as returnable
        from unnest(cast($1 as uuid[]), cast($2 as text[]))
          with ordinality as report (case_id, message, nth)
        join delivery
          on delivery.case_id = report.case_id and delivery.rfc_message_id = report.message
        where address is not null
        order by report.nth) hit
      """;

  private static final String RETURN =
      """
      update delivery set
        state = 'bounced', reason = returned.reason, next_attempt_at = null,
        letter = null, content = null
      from unnest(cast($1 as bigint[]), cast($2 as text[])) as returned (place, reason)
      where delivery.place = returned.place
      """;

  private static final String COMPLAINT =
      "update delivery set reason = 'complaint' where place = any (cast($1 as bigint[]))";

  private final Suppressions suppressions;
  private final SuppressionConfig config;

  Bounces(Suppressions suppressions, SuppressionConfig config) {
    this.suppressions = suppressions;
    this.config = config;
  }

  /**
   * Keeps what reports say, in the transaction that has locked their cases.
   *
   * @return what the other services are to hear: once for each mail that came back
   */
  public Uni<List<Announcement>> keep(UnitOfWork unitOfWork, List<MailBounced> reports) {
    if (reports.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return unitOfWork
        .statement(FIND)
        .bind(reports.stream().map(MailBounced::caseId).toArray(UUID[]::new))
        .bind(reports.stream().map(MailBounced::rfcMessageId).toArray(String[]::new))
        .column(String.class)
        .map(rows -> Rows.read(rows, ReportedMail.class))
        .chain(mails -> keep(unitOfWork, reports, mails));
  }

  private Uni<List<Announcement>> keep(
      UnitOfWork unitOfWork, List<MailBounced> reports, List<ReportedMail> mails) {
    List<Report> all =
        mails.stream().map(mail -> new Report(mail.reportIn(reports), mail)).toList();
    List<Report> returned = Report.firstOfEachMail(all.stream().filter(Report::isReturn));
    List<Report> complaints = all.stream().filter(Report::isComplaint).toList();
    return suppressions
        .add(unitOfWork, all.stream().flatMap(report -> suppression(report).stream()).toList())
        .chain(() -> markReturned(unitOfWork, returned))
        .chain(() -> markComplaints(unitOfWork, complaints))
        .map(_ -> returned.stream().map(Report::announcement).toList());
  }

  private Optional<SuppressionRow> suppression(Report report) {
    MailBounced event = report.event();
    return event.kind() == BounceKind.TRANSIENT
        ? Optional.empty()
        : EmailAddress.parse(report.mail().address())
            .map(
                address ->
                    SuppressionRow.of(
                        address,
                        event.kind(),
                        event.status(),
                        event.at(),
                        config.after(event.kind()),
                        report.mail().notificationId()));
  }

  private static Uni<Void> markReturned(UnitOfWork unitOfWork, List<Report> returned) {
    return returned.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork
            .statement(RETURN)
            .bind(places(returned))
            .bind(returned.stream().map(Report::reason).toArray(String[]::new))
            .update()
            .replaceWithVoid();
  }

  private static Uni<Void> markComplaints(UnitOfWork unitOfWork, List<Report> complaints) {
    return complaints.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork.statement(COMPLAINT).bind(places(complaints)).update().replaceWithVoid();
  }

  private static Long[] places(List<Report> reports) {
    return reports.stream().map(report -> report.mail().place()).toArray(Long[]::new);
  }
}
