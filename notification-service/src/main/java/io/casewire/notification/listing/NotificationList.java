package io.casewire.notification.listing;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads notices, the newest first, as far as the caller may see their cases. */
@ApplicationScoped
class NotificationList {

  /** Whom the directory does not know sees nothing, whatever his token says. */
  private static final String SELECT =
      """
      select cast(to_jsonb(shown) as text) from (
        select place, notification_id, delivery.case_id, case_number, recipient, recipient_kind,
          delivery.channel, template, delivery.locale, cause, state, reason, rfc_message_id,
          attempts, created_at, sent_at
        from delivery
        join case_file on case_file.case_id = delivery.case_id
        join agent caller on caller.agent_id = ?1
        where %s
        order by place desc limit ?2) shown
      """;

  private static final int FIRST_CONDITION = 3;

  /** Where colleagues get their mail is for those who may define them. */
  private static final String SELECT_ONE =
      """
      select cast(to_jsonb(shown) as text) from (
        select notification_id, delivery.case_id, case_number, recipient, recipient_kind,
          delivery.channel, template, delivery.locale, cause, cause_type, state, reason,
          rfc_message_id, in_reply_to, reference_ids, attempts, created_at, sent_at,
          next_attempt_at, awaits_recipient,
          case when recipient_kind = 'customer' or cast(?3 as boolean) then delivery.address end
            as address
        from delivery
        join case_file on case_file.case_id = delivery.case_id
        join agent caller on caller.agent_id = ?1
        where notification_id = ?2 and %s) shown
      """;

  private static final String IN_HIS_HANDS =
      "(case_file.owner = caller.agent_id or case_file.queue = any (caller.queues))";

  private final Transactions transactions;

  NotificationList(Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<Page<NotificationItem>> read(Caller caller, NotificationFilter filter, PageRequest page) {
    return rows(caller, filter, page).map(found -> found.map(NotificationRow::toItem));
  }

  Uni<Page<NotificationRow>> rows(Caller caller, NotificationFilter filter, PageRequest page) {
    Conditions conditions = conditions(caller, filter, page);
    return transactions
        .read(session -> rows(session, caller, conditions, page))
        .map(rows -> Page.of(rows, page, NotificationRow::cursor));
  }

  /** One notice; null if there is none that the caller may see. */
  Uni<@Nullable NoticeDetails> details(Caller caller, UUID notificationId) {
    boolean seesAll = caller.isAtLeast(Role.SUPERVISOR);
    String visible = seesAll ? "true" : IN_HIS_HANDS;
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(SELECT_ONE.formatted(visible), String.class)
                    .setParameter(1, caller.agentId())
                    .setParameter(2, notificationId)
                    .setParameter(3, seesAll)
                    .getResultList())
        .map(rows -> Rows.read(rows, NoticeDetails.class))
        .map(found -> found.isEmpty() ? null : found.getFirst());
  }

  private static Uni<List<NotificationRow>> rows(
      Mutiny.Session session, Caller caller, Conditions conditions, PageRequest page) {
    Mutiny.SelectionQuery<String> query =
        session
            .createNativeQuery(SELECT.formatted(conditions.sql()), String.class)
            .setParameter(1, caller.agentId())
            .setParameter(2, page.rowsToRead());
    return conditions
        .bind(query)
        .getResultList()
        .map(rows -> Rows.read(rows, NotificationRow.class));
  }

  private static Conditions conditions(Caller caller, NotificationFilter filter, PageRequest page) {
    Conditions conditions = new Conditions(FIRST_CONDITION);
    if (!caller.isAtLeast(Role.SUPERVISOR)) {
      conditions.add(IN_HIS_HANDS);
    }
    if (filter.caseId() != null) {
      addCase(conditions, filter.caseId());
    }
    if (filter.recipient() != null) {
      conditions.add("delivery.recipient = ?", filter.recipient());
    }
    if (filter.state() != null) {
      conditions.add("delivery.state = ?", filter.state());
    }
    page.after().ifPresent(cursor -> conditions.add("delivery.place < ?", cursor.number(0)));
    return conditions;
  }

  private static void addCase(Conditions conditions, String caseId) {
    asUuid(caseId)
        .ifPresentOrElse(
            id -> conditions.add("delivery.case_id = ?", id),
            () -> conditions.add("case_file.case_number = ?", caseId));
  }

  private static Optional<UUID> asUuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
