package io.casewire.kit.parking;

import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what can't be applied. A key that waits is one locked row: who adds a record to it or takes
 * the last one away holds that row, so no record is left behind between the two.
 */
@ApplicationScoped
public class ParkingLot {

  private final Outbox outbox;
  private final DeadLetters deadLetters;
  private final ParkingAlarm alarm;

  ParkingLot(Outbox outbox, DeadLetters deadLetters, ParkingAlarm alarm) {
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.alarm = alarm;
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
    return alarm
        .check(unitOfWork)
        .chain(() -> ParkedRows.insertSubject(unitOfWork.session(), record, reason))
        .chain(() -> ParkedRows.insertRecord(unitOfWork.session(), record, reason))
        .chain(
            inserted ->
                inserted == 0
                    ? Uni.createFrom().voidItem()
                    : outbox.appendRecords(
                        unitOfWork, List.of(deadLetters.report(record, reason))));
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
                    : ParkedRows.deleteSubject(unitOfWork.session(), subject).replaceWith(false));
  }
}
