package io.casewire.intake.mailbox;

import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The mailbox's row, shared by all replicas: who fetches from it, and up to where it has been
 * taken. One replica holds it, as long as it shows signs of life.
 */
final class MailboxRow {

  private static final String HOLD =
      """
      insert into mailbox (address, folder, holder, held_until)
      values (?1, ?2, ?3, clock_timestamp() + cast(cast(?4 as text) as interval))
      on conflict (address, folder) do update
        set holder = excluded.holder, held_until = excluded.held_until
        where mailbox.holder = excluded.holder or mailbox.held_until < clock_timestamp()
      returning uid_validity, last_uid
      """;

  private static final String ADVANCE =
      """
      update mailbox set uid_validity = ?4, last_uid = ?5
      where address = ?1 and folder = ?2 and holder = ?3
      """;

  private static final String LET_GO =
      """
      update mailbox set held_until = clock_timestamp()
      where address = ?1 and folder = ?2 and holder = ?3
      """;

  private final Transactions transactions;
  private final String address;
  private final String folder;
  private final UUID holder;

  MailboxRow(Transactions transactions, String address, String folder, UUID holder) {
    this.transactions = transactions;
    this.address = address;
    this.folder = folder;
    this.holder = holder;
  }

  /** Takes or keeps the mailbox for a while; empty if another replica has it. */
  Uni<Optional<MailboxPosition>> hold(Duration lease) {
    return transactions.write(
        unitOfWork ->
            unitOfWork
                .session()
                .createNativeQuery(HOLD, Object[].class)
                .setParameter(1, address)
                .setParameter(2, folder)
                .setParameter(3, holder)
                .setParameter(4, lease.toString())
                .getResultList()
                .map(
                    rows ->
                        rows.stream()
                            .findFirst()
                            .map(row -> new MailboxPosition((Long) row[0], (Long) row[1]))));
  }

  /** Notes up to where it has been taken, unless another replica has it by now. */
  Uni<Void> advance(MailboxPosition position) {
    return transactions.write(
        unitOfWork ->
            unitOfWork
                .session()
                .createNativeQuery(ADVANCE)
                .setParameter(1, address)
                .setParameter(2, folder)
                .setParameter(3, holder)
                .setParameter(4, position.uidValidity())
                .setParameter(5, position.lastUid())
                .executeUpdate()
                .replaceWithVoid());
  }

  /** Leaves it to another replica at once. */
  Uni<Void> letGo() {
    return transactions.write(
        unitOfWork ->
            unitOfWork
                .session()
                .createNativeQuery(LET_GO)
                .setParameter(1, address)
                .setParameter(2, folder)
                .setParameter(3, holder)
                .executeUpdate()
                .replaceWithVoid());
  }
}
