package io.casewire.sla.cases;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements of {@code sla_case}, each for a whole batch. */
final class CaseTable {

  private static final String LOCK =
      """
      select cast(to_jsonb(sla_case) as text) from sla_case
      where case_id = any (cast($1 as uuid[]))
      order by case_id for update
      """;

  /** The double cast keeps the driver from taking the text for a JSON string. */
  private static final String SAVE =
      """
      insert into sla_case (
        case_id, case_number, customer_id, queue, owner, channel, category, language, priority, assurance,
        status, begun_at, responded, intake_sequence, waiting, answers, clocks_started,
        correlation_id, sequence)
      select
        case_id, case_number, customer_id, queue, owner, channel, category, language, priority, assurance,
        status, begun_at, responded, intake_sequence, waiting, answers, clocks_started,
        correlation_id, sequence
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as changed (
        case_id uuid, case_number text, customer_id uuid, queue text, owner text, channel text, category text,
        language text, priority text, assurance text, status text, begun_at timestamptz,
        responded boolean, intake_sequence bigint, waiting jsonb, answers jsonb,
        clocks_started integer, correlation_id text, sequence bigint)
      order by case_id
      on conflict (case_id) do update set
        customer_id = excluded.customer_id, queue = excluded.queue, owner = excluded.owner, category = excluded.category,
        language = excluded.language, priority = excluded.priority, status = excluded.status,
        begun_at = excluded.begun_at, responded = excluded.responded,
        intake_sequence = excluded.intake_sequence, waiting = excluded.waiting,
        answers = excluded.answers, clocks_started = excluded.clocks_started, correlation_id = excluded.correlation_id,
        sequence = excluded.sequence
      """;

  static final String UNFINISHED_AFTER =
      """
      select cast(case_id as text) from sla_case
      where status in ('OPEN', 'PENDING', 'RESOLVED') and case_id > cast($1 as uuid)
      order by sla_case.case_id limit $2
      """;

  private CaseTable() {}

  /** Those of the cases that are known, locked until the transaction ends. */
  static Uni<List<CaseRow>> lock(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return unitOfWork
        .statement(LOCK)
        .bind(caseIds.toArray(UUID[]::new))
        .column(String.class)
        .map(rows -> Rows.read(rows, CaseRow.class));
  }

  static Uni<Void> save(UnitOfWork unitOfWork, Collection<CaseFile> files) {
    return unitOfWork
        .statement(SAVE)
        .bind(Rows.write(files.stream().map(CaseRow::of).toList()))
        .update()
        .replaceWithVoid();
  }

  /** The next cases, in the order of their ids, that have no final status. */
  static Uni<List<UUID>> unfinishedAfter(UnitOfWork unitOfWork, UUID caseId, int most) {
    return unitOfWork
        .statement(UNFINISHED_AFTER)
        .bind(caseId.toString())
        .bind(most)
        .column(String.class)
        .map(ids -> ids.stream().map(UUID::fromString).toList());
  }
}
