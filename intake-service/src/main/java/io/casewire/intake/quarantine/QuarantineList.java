package io.casewire.intake.quarantine;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What is held back at present. */
@ApplicationScoped
class QuarantineList {

  private static final String HELD =
      """
      select mail.id, mail.received_at, raw_mail.kept_until, mail.mailbox, mail.sender,
             mail.subject, mail.size, mail.reason
      from quarantined_mail mail join raw_mail on raw_mail.id = mail.id
      where mail.released_at is null and raw_mail.kept_until > statement_timestamp()
        and (cast(?1 as text) is null
             or (mail.received_at, mail.id)
                < (cast(cast(?1 as text) as timestamptz), cast(cast(?2 as text) as uuid)))
      order by mail.received_at desc, mail.id desc limit ?3
      """;

  private final Transactions transactions;

  QuarantineList(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A page, newest first. */
  Uni<Page<QuarantineItem>> page(PageRequest request) {
    Optional<String> receivedAt = request.after().map(after -> after.instant(0).toString());
    Optional<String> id = request.after().map(after -> after.uuid(1).toString());
    return transactions
        .read(
            session ->
                session
                    .createNativeQuery(HELD, Object[].class)
                    .setParameter(1, receivedAt.orElse(null))
                    .setParameter(2, id.orElse(null))
                    .setParameter(3, request.rowsToRead())
                    .getResultList())
        .map(rows -> rows.stream().map(QuarantineList::item).toList())
        .map(items -> Page.of(items, request, QuarantineList::cursor));
  }

  private static Cursor cursor(QuarantineItem item) {
    return Cursor.after(item.receivedAt(), item.quarantineId());
  }

  private static QuarantineItem item(Object[] row) {
    return new QuarantineItem(
        (UUID) row[0],
        Instants.of(row[1]),
        Instants.of(row[2]),
        (String) row[3],
        (String) row[4],
        (String) row[5],
        ((Number) row[6]).longValue(),
        (String) row[7]);
  }
}
