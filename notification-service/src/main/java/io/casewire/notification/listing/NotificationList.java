package io.casewire.notification.listing;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.PlainStatement;
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

  private static final String COLUMNS =
      """
      place, notification_id, delivery.case_id, case_number, recipient, recipient_kind,
      delivery.channel, template, delivery.locale, cause, state, reason, rfc_message_id,
      attempts, created_at, sent_at
      """;

  /** Whom the directory does not know sees nothing, whatever his token says. */
  static final String SELECT =
      """
      select cast(to_jsonb(shown) as text) from (
        select %s
        from delivery
        join case_file on case_file.case_id = delivery.case_id
        join agent caller on caller.agent_id = ?1
        where %%s
        order by place desc limit ?2) shown
      """
          .formatted(COLUMNS);

  /**
   * What is in an agent's hands: the newest of each of his queues, and of his own, in each state.
   * One condition for all of it would have the database read what is not his, too. So would an
   * equality, if it takes a queue for a busy one; a comparison of whole rows can only be answered
   * by the index, and what it finds beyond the queue and state is left out.
   */
  static final String SELECT_HIS =
      """
      select cast(to_jsonb(shown) as text) from (
        select %s
        from (
          select newest.place from agent caller
          cross join unnest(caller.queues) as his (queue)
          cross join unnest(cast($3 as text[])) as wanted (state)
          cross join lateral (
            select queue, state, place from delivery
            where (delivery.queue, delivery.state, place) < (his.queue, wanted.state, $4)
            order by delivery.queue desc, delivery.state desc, place desc limit $2) newest
          where caller.agent_id = $1
            and newest.queue = his.queue and newest.state = wanted.state
          union
          select newest.place from agent caller
          cross join unnest(cast($3 as text[])) as wanted (state)
          cross join lateral (
            select owner, state, place from delivery
            where (delivery.owner, delivery.state, place) < (caller.agent_id, wanted.state, $4)
            order by delivery.owner desc, delivery.state desc, place desc limit $2) newest
          where caller.agent_id = $1
            and newest.owner = caller.agent_id and newest.state = wanted.state) his
        join delivery using (place)
        join case_file on case_file.case_id = delivery.case_id
        order by place desc limit $2) shown
      """
          .formatted(COLUMNS);

  private static final int FIRST_CONDITION = 3;

  /** Where colleagues get their mail is for those who may define them. */
  private static final String SELECT_ONE =
      """
      select cast(to_jsonb(shown) as text) from (
        select notification_id, delivery.case_id, case_number, recipient, recipient_kind,
          delivery.channel, template, delivery.locale, cause, cause_type, state, reason,
          rfc_message_id, in_reply_to, reference_ids, attempts, created_at, sent_at,
          next_attempt_at, awaits_recipient,
          (select max(until) from suppression where suppression.address = delivery.recipient
            and until > statement_timestamp()) as suppressed_until,
          case when recipient_kind = 'customer' or cast(?3 as boolean) then delivery.address end
            as address
        from delivery
        join case_file on case_file.case_id = delivery.case_id
        join agent caller on caller.agent_id = ?1
        where notification_id = ?2 and %s) shown
      """;

  private static final String IN_HIS_HANDS =
      "(delivery.owner = caller.agent_id or delivery.queue = any (caller.queues))";

  private final Transactions transactions;

  NotificationList(Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<Page<NotificationItem>> read(Caller caller, NotificationFilter filter, PageRequest page) {
    return rows(caller, filter, page).map(found -> found.map(NotificationRow::toItem));
  }

  Uni<Page<NotificationRow>> rows(Caller caller, NotificationFilter filter, PageRequest page) {
    boolean everythingHis = filter.caseId() == null && filter.recipient() == null;
    return transactions
        .read(
            session ->
                everythingHis && !caller.isAtLeast(Role.SUPERVISOR)
                    ? his(session, caller, filter, page)
                    : rows(session, caller, conditions(caller, filter, page), page))
        .map(rows -> Page.of(rows, page, NotificationRow::cursor));
  }

  private static Uni<List<NotificationRow>> his(
      Mutiny.Session session, Caller caller, NotificationFilter filter, PageRequest page) {
    List<String> states =
        filter.state() == null ? NotificationFilter.STATES : List.of(filter.state());
    return PlainStatement.of(session, SELECT_HIS)
        .bind(caller.agentId())
        .bind(page.rowsToRead())
        .bind(states.toArray(String[]::new))
        .bind(page.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
        .column(String.class)
        .map(rows -> Rows.read(rows, NotificationRow.class));
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
      // In the text, since it is one of a few: a parameter would hide that a partial index has
      // them.
      conditions.add("delivery.state = '%s'".formatted(filter.state()));
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
