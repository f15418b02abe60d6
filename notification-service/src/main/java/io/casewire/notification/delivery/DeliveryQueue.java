package io.casewire.notification.delivery;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.letter.LetterConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes decisions in. Mails that nothing stands in the way of go out when they are committed. */
@ApplicationScoped
public class DeliveryQueue {

  /** A decision that was kept before is not kept again: one notice per cause and recipient. */
  private static final String INSERT =
      """
      insert into delivery (
        notification_id, case_id, cause, cause_type, template, recipient, recipient_kind, channel,
        locale, state, reason, correlation_id, traceparent, rfc_message_id, message_id, in_reply_to,
        reference_ids, content, mailbox, letter, sender, address, queue, owner, sent_at,
        attempts, next_attempt_at)
      select
        notification_id, case_id, cause, cause_type, template, recipient, recipient_kind, channel,
        coalesce(locale, (select language from agent where agent_id = recipient), $2),
        state, reason, correlation_id, traceparent, rfc_message_id, message_id, in_reply_to,
        reference_ids, content, mailbox, decode(letter, 'base64'), sender, address,
        (select queue from case_file where case_file.case_id = wanted.case_id),
        (select owner from case_file where case_file.case_id = wanted.case_id),
        case state when 'sent' then clock_timestamp() end,
        case when letter is null then 0 else 1 end,
        case when letter is not null then clock_timestamp() + make_interval(secs => $3)
          when state = 'queued' then clock_timestamp() end
      from rows from (
        jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as (
          notification_id uuid, case_id uuid, cause uuid, cause_type text, template text,
          recipient text, recipient_kind text, channel text, locale text, state text, reason text,
          correlation_id text, traceparent text, rfc_message_id text, message_id uuid,
          in_reply_to text, reference_ids text[], content jsonb, mailbox text, letter text, sender text,
          address text))
        with ordinality as wanted (
          notification_id, case_id, cause, cause_type, template, recipient, recipient_kind, channel,
          locale, state, reason, correlation_id, traceparent, rfc_message_id, message_id, in_reply_to,
          reference_ids, content, mailbox, letter, sender, address, nth)
      order by nth
      on conflict (case_id, cause, template, recipient) do nothing
      returning cast(jsonb_build_object(
        'place', place, 'notification_id', notification_id, 'created_at', created_at) as text)
      """;

  /**
   * All that have no letter yet, not only those that are known to wait: a claim may be finding out
   * just now, and this update then comes after it, because it has locked the row.
   */
  private static final String RECIPIENTS_KNOWN =
      """
      update delivery set next_attempt_at = clock_timestamp()
      where place in (
        select place from delivery
        where state = 'queued' and recipient_kind = 'agent' and letter is null
          and next_attempt_at is not null and recipient = any (cast($1 as text[]))
        order by place for update)
      """;

  /** In the order in which all lock deliveries that have none of their cases locked. */
  private static final String HAND_OVER =
      """
      with moved as materialized (
        select delivery.place, case_file.queue, case_file.owner
        from case_file join delivery on delivery.case_id = case_file.case_id
        where case_file.case_id = any (cast($1 as uuid[]))
          and (delivery.queue, delivery.owner) is distinct from (case_file.queue, case_file.owner)
        order by delivery.place for update of delivery)
      update delivery set queue = moved.queue, owner = moved.owner
      from moved where delivery.place = moved.place
      """;

  private static final double MILLIS_PER_SECOND = 1000;

  private final FirstAttempts firstAttempts;
  private final Lanes lanes;
  private final Dispatch dispatch;
  private final Duration lease;
  private final String fallbackLanguage;

  DeliveryQueue(
      FirstAttempts firstAttempts,
      Lanes lanes,
      Dispatch dispatch,
      DeliveryConfig config,
      LetterConfig letters) {
    this.firstAttempts = firstAttempts;
    this.lanes = lanes;
    this.dispatch = dispatch;
    this.lease = config.lease();
    this.fallbackLanguage = letters.languages().getFirst();
  }

  /** Keeps decisions; mails to one recipient of a case are sent in this order. */
  public Uni<Void> add(UnitOfWork unitOfWork, List<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // Taken before the database begins the leases, so ours end earlier than those in the table.
    long leaseEnd = System.nanoTime() + lease.toNanos();
    List<NewDelivery> mails = deliveries.stream().filter(NewDelivery::isMail).toList();
    return firstAttempts
        .write(unitOfWork, mails)
        .chain(
            letters ->
                insert(unitOfWork, deliveries, letters)
                    .map(kept -> parcels(mails, letters, kept, leaseEnd)))
        .invoke(parcels -> unitOfWork.afterCommit(() -> send(parcels, mails.size())))
        .replaceWithVoid();
  }

  private Uni<List<Kept>> insert(
      UnitOfWork unitOfWork, List<NewDelivery> deliveries, Map<UUID, Written.Ready> letters) {
    List<NewDeliveryRow> rows =
        deliveries.stream()
            .map(one -> NewDeliveryRow.of(one, letters.get(one.notificationId())))
            .toList();
    return unitOfWork
        .statement(INSERT)
        .bind(Rows.write(rows))
        .bind(fallbackLanguage)
        .bind(lease.toMillis() / MILLIS_PER_SECOND)
        .column(String.class)
        .map(kept -> Rows.read(kept, Kept.class));
  }

  private static List<Parcel> parcels(
      List<NewDelivery> mails, Map<UUID, Written.Ready> letters, List<Kept> kept, long leaseEnd) {
    Map<UUID, NewDelivery> byId =
        mails.stream().collect(Collectors.toMap(NewDelivery::notificationId, Function.identity()));
    return kept.stream()
        .filter(row -> letters.containsKey(row.notificationId()))
        .map(
            row ->
                new Parcel(
                    byId.get(row.notificationId()).firstAttempt(row.place(), row.createdAt()),
                    letters.get(row.notificationId()).letter(),
                    leaseEnd))
        .toList();
  }

  private void send(List<Parcel> parcels, int mails) {
    lanes.accept(parcels);
    if (parcels.size() < mails) {
      dispatch.run();
    }
  }

  /** Cases have come into other hands: from now on their notices are for others to see. */
  public Uni<Void> handOver(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return caseIds.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork
            .statement(HAND_OVER)
            .bind(caseIds.toArray(UUID[]::new))
            .update()
            .replaceWithVoid();
  }

  /** Agents are known from now on: what waited for them is due. */
  public Uni<Void> recipientsKnown(UnitOfWork unitOfWork, Collection<String> agentIds) {
    unitOfWork.afterCommit(dispatch);
    return unitOfWork
        .statement(RECIPIENTS_KNOWN)
        .bind(agentIds.toArray(String[]::new))
        .update()
        .replaceWithVoid();
  }

  private record Kept(long place, UUID notificationId, Instant createdAt) {}
}
