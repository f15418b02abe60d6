package io.casewire.notification.reaction;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.casefile.CaseFile;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements of {@code case_file}, each for a whole batch. */
final class CaseFileTable {

  private static final String LOCK =
      """
      select cast(to_jsonb(file) as text) from case_file file
      where case_id = any (cast($1 as uuid[]))
      order by case_id for update
      """;

  /** The double cast keeps the driver from taking the text for a JSON string. */
  private static final String SAVE =
      """
      insert into case_file (
        case_id, case_number, subject, customer_id, channel, locale, address, message_ids,
        last_received, queue, owner, unconfirmed, routing_seq)
      select
        case_id, case_number, subject, customer_id, channel, locale, address, message_ids,
        last_received, queue, owner, unconfirmed, routing_seq
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as file (
        case_id uuid, case_number text, subject text, customer_id uuid, channel text, locale text,
        address text, message_ids text[], last_received text, queue text, owner text,
        unconfirmed jsonb, routing_seq bigint)
      order by case_id
      on conflict (case_id) do update set
        channel = excluded.channel, locale = excluded.locale, address = excluded.address,
        message_ids = excluded.message_ids, last_received = excluded.last_received,
        queue = excluded.queue, owner = excluded.owner, unconfirmed = excluded.unconfirmed,
        routing_seq = excluded.routing_seq
      """;

  private CaseFileTable() {}

  /** The files of those of the cases that are known, locked until the transaction ends. */
  static Uni<List<CaseFile>> lock(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return unitOfWork
        .statement(LOCK)
        .bind(caseIds.toArray(UUID[]::new))
        .column(String.class)
        .map(
            rows ->
                Rows.read(rows, CaseFileRow.class).stream().map(CaseFileRow::toCaseFile).toList());
  }

  static Uni<Void> save(UnitOfWork unitOfWork, Collection<CaseFile> files) {
    return unitOfWork
        .statement(SAVE)
        .bind(Rows.write(files.stream().map(CaseFileRow::of).toList()))
        .update()
        .replaceWithVoid();
  }
}
