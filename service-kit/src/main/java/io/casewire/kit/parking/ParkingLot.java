package io.casewire.kit.parking;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what can't be applied. A key that waits is one locked row: who adds a record to it or takes
 * the last one away holds that row, so no record is left behind between the two.
 */
@ApplicationScoped
public class ParkingLot {

  /** A record that waits. */
  public record ParkedRecord(long id, StreamRecord record) {}

  /** The queue's name in the list of what is set aside; a subject is the key. */
  public static final String QUEUE = "inbox";

  private final Outbox outbox;
  private final DeadLetters deadLetters;
  private final ParkingAlarm alarm;
  private final SetAside setAside;

  ParkingLot(Outbox outbox, DeadLetters deadLetters, ParkingAlarm alarm, SetAside setAside) {
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.alarm = alarm;
    this.setAside = setAside;
  }

  /** Which of these keys wait; they are locked until the transaction ends. */
  public Uni<List<ParkedSubject>> lockParked(UnitOfWork unitOfWork, List<String> subjects) {
    return unitOfWork
        .statement(
            """
            select subject, source, reason from parked_subject
            where subject = any (cast($1 as text[])) order by subject for update
            """)
        .bind(subjects.toArray(String[]::new))
        .rows()
        .map(rows -> rows.stream().map(ParkedRows::subject).toList());
  }

  /**
   * Adds a record to its key's queue and reports it as a dead letter; once, however often it comes.
   *
   * @return fails with {@link TooManyParkedException} while the channel must stand still
   */
  public Uni<Void> park(UnitOfWork unitOfWork, StreamRecord record, ParkingReason reason) {
    return park(unitOfWork, record, reason, reason.name());
  }

  /** The same for a record that can't be applied because of this failure. */
  public Uni<Void> parkAsPoison(UnitOfWork unitOfWork, StreamRecord record, Throwable failure) {
    return park(unitOfWork, record, ParkingReason.POISON, Faults.nameOf(failure));
  }

  private Uni<Void> park(
      UnitOfWork unitOfWork, StreamRecord record, ParkingReason reason, String because) {
    return alarm
        .check(unitOfWork)
        .chain(() -> ParkedRows.insertSubject(unitOfWork.session(), record, reason))
        .chain(() -> ParkedRows.insertRecord(unitOfWork.session(), record, reason))
        .chain(
            inserted ->
                inserted == 0
                    ? Uni.createFrom().voidItem()
                    : parked(unitOfWork, record, reason, because));
  }

  private Uni<Void> parked(
      UnitOfWork unitOfWork, StreamRecord record, ParkingReason reason, String because) {
    Uni<Void> listed =
        reason == ParkingReason.BEHIND_PARKED
            ? Uni.createFrom().voidItem()
            : setAside.add(unitOfWork, QUEUE, record.parkingKey(), because);
    return listed.chain(
        () -> outbox.appendRecords(unitOfWork, List.of(deadLetters.report(record, reason))));
  }

  /** These subjects may have something to apply; says so until it is applied or stays. */
  public Uni<Void> drainable(UnitOfWork unitOfWork, Collection<String> subjects) {
    return subjects.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork
            .statement(
                """
                update parked_subject set drainable = true
                where subject = any (cast($1 as text[]))
                """)
            .bind(subjects.toArray(String[]::new))
            .update()
            .replaceWithVoid();
  }

  /** Some of the subjects that may have something to apply. */
  public Uni<List<String>> drainable(Mutiny.Session session, int limit) {
    return PlainStatement.of(
            session, "select subject from parked_subject where drainable order by subject limit $1")
        .bind(limit)
        .column(String.class);
  }

  /** What waits first still waits, for this reason. */
  public Uni<Void> stays(UnitOfWork unitOfWork, StreamRecord head, ParkingReason reason) {
    String source = head.headers().getOrDefault(CloudEventHeaders.SOURCE, "");
    return ParkedRows.stays(unitOfWork.session(), head.parkingKey(), source, reason)
        .chain(() -> setAside.add(unitOfWork, QUEUE, head.parkingKey(), reason.name()));
  }

  /** What waits first still can't be applied. */
  public Uni<Void> stays(UnitOfWork unitOfWork, String subject, Throwable failure) {
    return ParkedRows.stays(unitOfWork.session(), subject, "", ParkingReason.POISON)
        .chain(() -> setAside.add(unitOfWork, QUEUE, subject, failure));
  }

  /** Reports a record that nothing is to wait for. */
  public Uni<Void> reportOnly(UnitOfWork unitOfWork, StreamRecord record) {
    return outbox.appendRecords(
        unitOfWork, List.of(deadLetters.report(record, ParkingReason.POISON)));
  }

  /** The first record that waits for this key. */
  public Uni<Optional<ParkedRecord>> head(UnitOfWork unitOfWork, String subject) {
    return ParkedRows.head(unitOfWork.session(), subject);
  }

  /**
   * Takes an applied record away.
   *
   * @return whether more records of the key wait
   */
  public Uni<Boolean> leave(UnitOfWork unitOfWork, long id, String subject) {
    return lockParked(unitOfWork, List.of(subject))
        .chain(() -> ParkedRows.delete(unitOfWork.session(), id))
        .chain(() -> ParkedRows.head(unitOfWork.session(), subject))
        .chain(
            next ->
                next.isPresent()
                    ? ParkedRows.takeReasonFrom(unitOfWork.session(), next.get()).replaceWith(true)
                    : ParkedRows.deleteSubject(unitOfWork.session(), subject)
                        .chain(() -> setAside.remove(unitOfWork, QUEUE, subject))
                        .replaceWith(false));
  }
}
