package io.casewire.intake.conversation;

import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A case whose row is locked until the end of the transaction. Every change of a case and every
 * event about it goes through here, so that both have one order. {@link Cases} finds and locks it.
 */
public final class LockedCase {

  private final UnitOfWork unitOfWork;
  private final CaseEntity row;
  private final Outbox outbox;
  private final ThreadEntries entries;

  LockedCase(UnitOfWork unitOfWork, CaseEntity row, Outbox outbox, ThreadEntries entries) {
    this.unitOfWork = unitOfWork;
    this.row = row;
    this.outbox = outbox;
    this.entries = entries;
  }

  public UUID caseId() {
    return row.id;
  }

  public String caseNumber() {
    return row.caseNumber;
  }

  public CaseStatus status() {
    return row.status;
  }

  /** Until when a message reopens it; set while it is resolved. */
  public @Nullable Instant reopenUntil() {
    return row.reopenUntil;
  }

  /** The customer's address in normal form; null for a chat visitor who gave none. */
  public @Nullable String customerAddress() {
    return row.customerAddress;
  }

  CaseEntity row() {
    return row;
  }

  UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  /** Publishes an event about the case. */
  public Uni<Void> publish(CaseEvent event, Instant at, Cause cause) {
    return outbox.append(unitOfWork, List.of(numbered(event, at, cause)));
  }

  /** Writes a new case with the rows of its first message. */
  Uni<Void> open(Object[] messageRows, MessageDraft draft, Cause cause) {
    OutgoingEvent event = numbered(MessageEvents.opened(row, draft), draft.receivedAt(), cause);
    Mutiny.Session session = unitOfWork.session();
    return session
        .persist(row)
        .chain(() -> session.persistAll(messageRows))
        .chain(session::flush)
        .chain(() -> outbox.append(unitOfWork, List.of(event)));
  }

  /** Adds a customer's message, however the case stands; {@link CaseContinuation} decides that. */
  Uni<PlacedMessage> append(MessageDraft draft, Cause cause) {
    long position = row.nextPosition();
    if (row.customerAddress == null) {
      // A chat visitor may tell the address later.
      row.customerAddress = draft.sender().address();
    }
    return unitOfWork
        .session()
        .persistAll(MessageEntity.rows(row.id, position, draft))
        .chain(() -> received(position, draft, null, cause));
  }

  /** Takes over a message that another case could not take; its rows exist already. */
  Uni<PlacedMessage> adopt(MessageEntity message, MessageDraft draft, Cause cause) {
    UUID movedFrom = message.caseId;
    message.caseId = row.id;
    message.position = row.nextPosition();
    return received(message.position, draft, movedFrom, cause);
  }

  private Uni<PlacedMessage> received(
      long position, MessageDraft draft, @Nullable UUID movedFrom, Cause cause) {
    OutgoingEvent event =
        numbered(
            MessageEvents.received(row, position, draft, movedFrom), draft.receivedAt(), cause);
    return unitOfWork
        .session()
        .flush()
        .chain(() -> outbox.append(unitOfWork, List.of(event)))
        .invoke(() -> entries.add(unitOfWork, row, draft.messageId()))
        .replaceWith(new PlacedMessage(row.id, row.caseNumber, draft.messageId(), false));
  }

  /**
   * Closes the case for its customer, at once, so that the customer's next message opens another
   * one; routing follows. Closing it once more changes nothing.
   *
   * @return fails with a {@link Problem} 409 if it was merged or is spam
   */
  public Uni<Void> close(Instant now, Cause cause) {
    return switch (row.status) {
      case OPEN, PENDING, RESOLVED -> {
        row.status = CaseStatus.CLOSED;
        row.reopenUntil = null;
        entries.add(unitOfWork, row, CaseStatus.CLOSED, now);
        yield publish(new CaseClosedByCustomer(row.id, now), now, cause);
      }
      case CLOSED -> Uni.createFrom().voidItem();
      case MERGED, SPAM ->
          throw Problem.conflict(
              "case-ended",
              "The case has ended otherwise",
              "The case can't be closed any more: it is %s.".formatted(row.status.wireName()));
    };
  }

  /**
   * Takes the customer's rating of the last resolution; within a day of the first one it replaces
   * that.
   *
   * @param score 1 to 5
   * @param comment redacted
   * @return fails with a {@link Problem} 409 if the case is not done, or was rated a day ago
   */
  public Uni<Void> rate(int score, @Nullable String comment, Instant now, Cause cause) {
    if (!canBeRated(row.status)) {
      throw Problem.conflict(
              "not-done",
              "Only a resolved or closed case can be rated",
              "The case is %s.".formatted(row.status.wireName()))
          .withMember("caseStatus", row.status);
    }
    RatingEntity.Key key = new RatingEntity.Key(row.id, row.reopenCount + 1);
    CaseRated rated =
        new CaseRated(row.id, key.resolution(), score, now, new CaseRated.Personal(comment));
    return unitOfWork
        .session()
        .find(RatingEntity.class, key)
        .chain(earlier -> keep(key, earlier, score, comment, now))
        .chain(() -> publish(rated, now, cause));
  }

  /** Whether a customer can rate a case with this status. */
  public static boolean canBeRated(CaseStatus status) {
    return status == CaseStatus.RESOLVED || status == CaseStatus.CLOSED;
  }

  private Uni<Void> keep(
      RatingEntity.Key key,
      @Nullable RatingEntity earlier,
      int score,
      @Nullable String comment,
      Instant now) {
    if (earlier == null) {
      return unitOfWork.session().persist(new RatingEntity(key, score, comment, now));
    }
    earlier.change(score, comment, now);
    return Uni.createFrom().voidItem();
  }

  private OutgoingEvent numbered(CaseEvent event, Instant at, Cause cause) {
    return Publication.of(event, row.customerId, Ids.next(), row.nextEventSequence(), at, cause);
  }
}
