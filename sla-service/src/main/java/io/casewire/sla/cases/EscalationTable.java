package io.casewire.sla.cases;

import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** The statements of {@code escalation} that a batch needs. */
final class EscalationTable {

  private static final String ADD =
      """
      insert into escalation (
        escalation_id, case_id, clock_id, metric, level, raised_at, addressee, action, queue, owner)
      select
        escalation_id, case_id, clock_id, metric, level, raised_at, addressee, action, queue, owner
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as raised (
        escalation_id uuid, case_id uuid, clock_id uuid, metric text, level integer,
        raised_at timestamptz, addressee text, action text, queue text, owner text)
      """;

  private static final String WITHDRAW =
      """
      update escalation set withdrawn_at = withdrawn.withdrawn_at
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as withdrawn (
        escalation_id uuid, withdrawn_at timestamptz)
      where escalation.escalation_id = withdrawn.escalation_id
      """;

  private static final String END =
      """
      update escalation
      set outcome = ended.outcome, recipients = ended.recipients, resolved_at = ended.resolved_at
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as ended (
        escalation_id uuid, outcome text, recipients text[], resolved_at timestamptz)
      where escalation.escalation_id = ended.escalation_id
      """;

  private static final String PLACE =
      """
      update escalation set queue = placed.queue, owner = placed.owner
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as placed (
        case_id uuid, queue text, owner text)
      where escalation.case_id = placed.case_id
      """;

  private EscalationTable() {}

  static Uni<Void> add(UnitOfWork unitOfWork, Collection<EscalationRow> raised) {
    return run(unitOfWork, ADD, raised);
  }

  static Uni<Void> withdraw(UnitOfWork unitOfWork, Collection<Withdrawal> withdrawn) {
    return run(unitOfWork, WITHDRAW, withdrawn);
  }

  static Uni<Void> place(UnitOfWork unitOfWork, Collection<Placement> placed) {
    return run(unitOfWork, PLACE, placed);
  }

  static Uni<Void> end(UnitOfWork unitOfWork, Collection<EscalationEnd> ended) {
    return run(unitOfWork, END, ended);
  }

  private static Uni<Void> run(
      UnitOfWork unitOfWork, String sql, Collection<? extends Record> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork.statement(sql).bind(Rows.write(rows)).update().replaceWithVoid();
  }
}
