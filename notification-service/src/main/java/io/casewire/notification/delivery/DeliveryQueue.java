package io.casewire.notification.delivery;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.letter.LetterConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Takes decisions in, and wakes the dispatch for those that are to be sent. */
@ApplicationScoped
public class DeliveryQueue {

  /** A decision that was kept before is not kept again: one notice per cause and recipient. */
  private static final String INSERT =
      """
      insert into delivery (
        notification_id, case_id, cause, template, recipient, recipient_kind, channel, locale,
        state, reason, correlation_id, traceparent, rfc_message_id, in_reply_to, reference_ids,
        content, mailbox, sent_at, next_attempt_at)
      select
        notification_id, case_id, cause, template, recipient, recipient_kind, channel,
        coalesce(locale, (select language from agent where agent_id = recipient), ?2),
        state, reason, correlation_id, traceparent, rfc_message_id, in_reply_to, reference_ids,
        content, mailbox,
        case state when 'sent' then clock_timestamp() end,
        case state when 'queued' then clock_timestamp() end
      from rows from (
        jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as (
          notification_id uuid, case_id uuid, cause uuid, template text, recipient text,
          recipient_kind text, channel text, locale text, state text, reason text,
          correlation_id text, traceparent text, rfc_message_id text, in_reply_to text,
          reference_ids text[], content jsonb, mailbox text))
        with ordinality as wanted (
          notification_id, case_id, cause, template, recipient, recipient_kind, channel, locale,
          state, reason, correlation_id, traceparent, rfc_message_id, in_reply_to, reference_ids,
          content, mailbox, nth)
      order by nth
      on conflict (case_id, cause, template, recipient) do nothing
      """;

  private static final String RECIPIENTS_KNOWN =
      """
      update delivery set next_attempt_at = clock_timestamp()
      where awaits_recipient and recipient = any (cast(?1 as text[]))
      """;

  private final Dispatch dispatch;
  private final String fallbackLanguage;

  DeliveryQueue(Dispatch dispatch, LetterConfig letters) {
    this.dispatch = dispatch;
    this.fallbackLanguage = letters.languages().getFirst();
  }

  /** Keeps decisions; mails to one recipient of a case are sent in this order. */
  public Uni<Void> add(UnitOfWork unitOfWork, List<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    unitOfWork.afterCommit(dispatch);
    return unitOfWork
        .session()
        .createNativeQuery(INSERT)
        .setParameter(1, Rows.write(deliveries.stream().map(NewDeliveryRow::of).toList()))
        .setParameter(2, fallbackLanguage)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Agents are known from now on: what waited for them is due. */
  public Uni<Void> recipientsKnown(UnitOfWork unitOfWork, Collection<String> agentIds) {
    unitOfWork.afterCommit(dispatch);
    return unitOfWork
        .session()
        .createNativeQuery(RECIPIENTS_KNOWN)
        .setParameter(1, agentIds.toArray(String[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }
}
