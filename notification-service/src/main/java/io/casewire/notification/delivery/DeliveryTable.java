package io.casewire.notification.delivery;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The dispatch's statements, each for a whole batch. */
final class DeliveryTable {

  /**
   * Whether a mail is behind another one to the same recipient of the case. One that is set aside
   * holds up none.
   */
  private static final String HELD_UP =
      """
      exists (
        select 1 from delivery earlier
        where earlier.case_id = delivery.case_id and earlier.recipient = delivery.recipient
          and earlier.state = 'queued' and earlier.next_attempt_at is not null
          and earlier.place < delivery.place)
      """;

  /**
   * Locks what is due, passing over what another replica is taking. A mail whose predecessor to the
   * same recipient of the case is still queued is not due: nothing overtakes the acknowledgement.
   */
  private static final String LOCK_DUE =
      """
      select cast(to_jsonb(due) as text) from (
        select delivery.place, delivery.notification_id, delivery.case_id, delivery.cause,
          delivery.template, delivery.recipient, delivery.recipient_kind, delivery.locale,
          delivery.attempts, delivery.attempts_before,
          coalesce(delivery.queued_at, delivery.created_at) as queued_at, delivery.correlation_id, delivery.traceparent,
          delivery.rfc_message_id, delivery.message_id, delivery.in_reply_to, delivery.reference_ids, delivery.content,
          translate(encode(delivery.letter, 'base64'), chr(10), '') as letter,
          delivery.sender, delivery.address, case_file.case_number,
          agent.address as agent_address, agent.language as agent_language,
          agent.active as agent_active, %s as suppressed_by
        from delivery
        join case_file on case_file.case_id = delivery.case_id
        left join agent
          on delivery.recipient_kind = 'agent' and agent.agent_id = delivery.recipient
        where delivery.state = 'queued'
          and delivery.next_attempt_at <= statement_timestamp()
          and not %s
        order by delivery.next_attempt_at limit $1
        for update of delivery skip locked) due
      """
          .formatted(suppressedBy("delivery.recipient"), HELD_UP);

  /**
   * Mails behind another one become due later, so that in a backlog not each look has to pass over
   * them. Their turn comes with {@link #NEXT_IN_LANE}, and at the latest when they are due again.
   */
  private static final String DEFER_HELD_UP =
      """
      with held_up as (
        select place from delivery
        where state = 'queued' and next_attempt_at <= statement_timestamp() and %s
        for update skip locked)
      update delivery set next_attempt_at = statement_timestamp() + interval '5 seconds'
      from held_up where delivery.place = held_up.place
      """
          .formatted(HELD_UP);

  /** The mails behind those that are over are due at once. */
  private static final String NEXT_IN_LANE =
      """
      update delivery set next_attempt_at = least(next_attempt_at, statement_timestamp())
      where attempts = 0 and place in (
        select next.place
        from (
          select distinct case_id, recipient from delivery
          where place = any (cast($1 as bigint[]))) lane,
        lateral (
          select place from delivery waiting
          where waiting.case_id = lane.case_id and waiting.recipient = lane.recipient
            and waiting.state = 'queued' and waiting.next_attempt_at is not null
          order by place limit 1) next)
      """;

  private static final String LEASE =
      """
      update delivery set
        attempts = lease.attempt, awaits_recipient = false,
        next_attempt_at = clock_timestamp() + make_interval(secs => $2),
        letter = decode(lease.letter, 'base64'), sender = lease.sender, address = lease.address,
        locale = coalesce(lease.locale, delivery.locale),
        content = case when lease.letter is null then delivery.content end
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as lease (
        place bigint, attempt integer, letter text, sender text, address text, locale text)
      where delivery.place = lease.place
      """;

  /**
   * Fenced by the attempt: a result that comes after the lease has passed on changes nothing. The
   * letter of a mail that is given up is put away, so that it can be queued again.
   */
  private static final String SETTLE =
      """
      with step as materialized (
        select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as given (
          place bigint, attempt integer, state text, reason text, awaits_recipient boolean,
          attempts integer, next_attempt_at text)),
      given_up as (
        insert into failed_letter (notification_id, letter, content)
        select notification_id, letter, content from delivery join step using (place)
        where step.state = 'failed' and delivery.attempts = step.attempt
          and delivery.state = 'queued'
        on conflict (notification_id) do nothing)
      update delivery set
        state = step.state, reason = step.reason, awaits_recipient = step.awaits_recipient,
        attempts = step.attempts, next_attempt_at = cast(step.next_attempt_at as timestamptz),
        sent_at = case step.state when 'sent' then clock_timestamp() end,
        letter = case step.state when 'queued' then delivery.letter end,
        content = case step.state when 'queued' then delivery.content end
      from step
      where delivery.place = step.place and delivery.attempts = step.attempt
        and delivery.state = 'queued'
      returning delivery.place
      """;

  private static final String SET_ASIDE =
      """
      update delivery set next_attempt_at = null, reason = 'set-aside'
      where place = $1 and state = 'queued'
      """;

  private static final double MILLIS_PER_SECOND = 1000;

  private DeliveryTable() {}

  /**
   * The kind of report that keeps mail from a recipient, the one that keeps most of it if there are
   * several.
   *
   * @param recipient the column with a customer's address; an agent's is in the directory
   */
  static String suppressedBy(String recipient) {
    return """
        (select max(kind) from suppression
          where suppression.address = lower(coalesce(agent.address, %s))
            and suppression.until > statement_timestamp())
        """
        .formatted(recipient);
  }

  static Uni<List<DueRow>> lockDue(UnitOfWork unitOfWork, int limit) {
    return unitOfWork
        .statement(LOCK_DUE)
        .bind(limit)
        .column(String.class)
        .map(rows -> Rows.read(rows, DueRow.class));
  }

  static Uni<Void> deferHeldUp(UnitOfWork unitOfWork) {
    return unitOfWork.statement(DEFER_HELD_UP).update().replaceWithVoid();
  }

  /** Whether any mail waited behind one of these, which are over. */
  static Uni<Boolean> nextInLane(UnitOfWork unitOfWork, Collection<Long> over) {
    return over.isEmpty()
        ? Uni.createFrom().item(false)
        : unitOfWork
            .statement(NEXT_IN_LANE)
            .bind(over.toArray(Long[]::new))
            .update()
            .map(count -> count > 0);
  }

  /** Keeps letters as they are and the deliveries as this process's own for a while. */
  static Uni<Void> lease(UnitOfWork unitOfWork, List<LeaseRow> leases, Duration length) {
    return unitOfWork
        .statement(LEASE)
        .bind(Rows.write(leases))
        .bind(length.toMillis() / MILLIS_PER_SECOND)
        .update()
        .replaceWithVoid();
  }

  /** Passes over a delivery from now on. */
  static Uni<Void> setAside(UnitOfWork unitOfWork, long place) {
    return unitOfWork.statement(SET_ASIDE).bind(place).update().replaceWithVoid();
  }

  /** Applies steps; tells the places of those that were not too late. */
  static Uni<Set<Long>> settle(UnitOfWork unitOfWork, List<StepRow> steps) {
    return unitOfWork
        .statement(SETTLE)
        .bind(Rows.write(steps))
        .column(Long.class)
        .map(HashSet::new);
  }
}
