package io.casewire.intake.conversation;

import io.casewire.events.CaseEvent;
import io.casewire.events.MessageDelivered;
import io.casewire.events.MessageUndelivered;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.MessageEntity.Delivery;
import io.casewire.kit.id.Ids;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decides whether an agent's answer in a chat has reached the customer: it is delivered when the
 * customer's client confirms it, else undelivered after a time, and never both. The decision is
 * made under the locks of the case and the message, and published in the same transaction.
 */
@ApplicationScoped
public class ChatDeliveries implements TimerHandler {

  /** The channel's name. */
  public static final String CHAT = "chat";

  /** The kind of the timers that end the waiting. */
  private static final String TIMER = "chat-continuity";

  private static final String AWAITED_UP_TO =
      """
      select m.id, m.case_id from customer_case c
        join message m on m.case_id = c.id and m.delivery = 'AWAITED'
        join thread_entry e on e.message_id = m.id and e.thread_id = c.thread_id
      where c.thread_id = ?1 and e.entry <= ?2
      """;

  private final Transactions transactions;
  private final Timers timers;
  private final Cases cases;
  private final Duration continuity;

  ChatDeliveries(
      Transactions transactions,
      Timers timers,
      Cases cases,
      @ConfigProperty(name = "casewire.notification.chat-continuity", defaultValue = "PT10M")
          Duration continuity) {
    // To note that the client has shown an answer is cheaper than to show it again.
    this.transactions = transactions.forOpenChats();
    this.timers = timers;
    this.cases = cases;
    this.continuity = continuity;
  }

  /** The customer's client has to confirm this answer, from now on. */
  Uni<Void> await(UnitOfWork unitOfWork, MessageEntity answer) {
    answer.delivery = Delivery.AWAITED;
    // Counted from when it can be shown, not from when it was written: this service may be late.
    return unitOfWork
        .now()
        .chain(
            now ->
                timers.set(
                    unitOfWork,
                    List.of(
                        new DueTimer(
                            TIMER,
                            answer.id.toString(),
                            now.plus(continuity),
                            answer.caseId.toString()))));
  }

  /** The customer's client has shown all entries of the session up to this position. */
  public Uni<Void> confirm(UUID sessionId, FeedPosition upTo, Cause cause) {
    return transactions
        .read(session -> awaited(session, sessionId, upTo))
        .chain(
            awaited ->
                awaited.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : transactions.write(unitOfWork -> confirm(unitOfWork, awaited, cause)));
  }

  private static Uni<List<Object[]>> awaited(
      Mutiny.Session session, UUID sessionId, FeedPosition upTo) {
    return session
        .createNativeQuery(AWAITED_UP_TO, Object[].class)
        .setParameter(1, sessionId)
        .setParameter(2, upTo.entry())
        .getResultList();
  }

  /** Locks the timers first: a timer that fires just now holds its lock and wants the case next. */
  private Uni<Void> confirm(UnitOfWork unitOfWork, List<Object[]> awaited, Cause cause) {
    List<UUID> messages = awaited.stream().map(row -> (UUID) row[0]).toList();
    List<UUID> caseIds = awaited.stream().map(row -> (UUID) row[1]).toList();
    List<String> keys = messages.stream().map(UUID::toString).toList();
    return timers
        .lock(unitOfWork, TIMER, keys)
        .chain(() -> decide(unitOfWork, caseIds, messages, Delivery.DELIVERED, cause))
        .chain(() -> timers.remove(unitOfWork, TIMER, keys));
  }

  @Override
  public String kind() {
    return TIMER;
  }

  /** Ends the waiting for clients that have not confirmed. */
  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    return decide(
        unitOfWork,
        due.stream().map(timer -> UUID.fromString(timer.payload())).toList(),
        due.stream().map(timer -> UUID.fromString(timer.key())).toList(),
        Delivery.UNDELIVERED,
        Cause.of(Ids.next().toString(), null));
  }

  /** Decides for those of the messages that are still awaited. */
  private Uni<Void> decide(
      UnitOfWork unitOfWork,
      Collection<UUID> caseIds,
      Collection<UUID> messages,
      Delivery outcome,
      Cause cause) {
    return cases
        .lockAll(unitOfWork, caseIds)
        .chain(
            locked ->
                stillAwaited(unitOfWork.session(), messages)
                    .chain(rows -> settle(unitOfWork, locked, rows, outcome, cause)));
  }

  private static Uni<List<MessageEntity>> stillAwaited(
      Mutiny.Session session, Collection<UUID> messages) {
    return session
        .createSelectionQuery(
            "from MessageEntity where id in (?1) and delivery = AWAITED order by id",
            MessageEntity.class)
        .setParameter(1, messages)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static Uni<Void> settle(
      UnitOfWork unitOfWork,
      Map<UUID, LockedCase> locked,
      List<MessageEntity> rows,
      Delivery outcome,
      Cause cause) {
    return unitOfWork
        .now()
        .chain(
            now ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(
                        row -> settle(locked.get(row.caseId), row, outcome, now, cause))
                    .toUni())
        .chain(unitOfWork.session()::flush);
  }

  private static Uni<Void> settle(
      LockedCase theCase, MessageEntity row, Delivery outcome, Instant now, Cause cause) {
    row.delivery = outcome;
    CaseEvent event =
        outcome == Delivery.DELIVERED
            ? new MessageDelivered(row.caseId, row.id, row.channel, now)
            : new MessageUndelivered(row.caseId, row.id, row.channel, now);
    return theCase.publish(event, now, cause);
  }
}
