package io.casewire.sla.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.row.Rows;
import io.casewire.sla.cases.CaseReader;
import io.casewire.sla.cases.Sight;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements that read and acknowledge escalations. */
final class Escalations {

  private static final String SELECT =
      """
      select cast(to_jsonb(shown) as text) from (
        select escalation.*, sla_case.case_number from escalation
        join sla_case on sla_case.case_id = escalation.case_id
        %s
        where %s
        order by escalation.escalation_id desc limit ?2) shown
      """;

  /**
   * The newest of each of the caller's queues and of the cases that he owns. Without it the
   * database would go through all escalations for a caller who has few.
   */
  private static final String OF_HIS_CASES =
      """
      escalation.escalation_id = any (array(
        select newest.escalation_id from unnest(caller.queues) as his (queue)
        cross join lateral (
          select escalation_id from escalation
          where escalation.queue = his.queue and escalation_id <= ?
          order by escalation_id desc limit ?) newest
        union
        (select escalation_id from escalation
         where escalation.owner = caller.agent_id and escalation_id <= ?
         order by escalation_id desc limit ?)))
      """;

  private static final UUID AFTER_ALL = new UUID(-1, -1);
  private static final int FIRST_CONDITION = 3;

  private static final String ACKNOWLEDGE =
      """
      update escalation
      set acknowledged_by = ?2, reason = ?3, acknowledged_at = clock_timestamp()
      where escalation_id = ?1 and acknowledged_by is null and withdrawn_at is null
      """;

  private Escalations() {}

  /**
   * A page of those that the caller may see, the newest first.
   *
   * @param caseId an id or a number; null for all cases
   */
  static Uni<Page<EscalationItem>> list(
      Mutiny.Session session, Caller caller, @Nullable String caseId, PageRequest page) {
    return select(session, caller, conditions(caller, caseId, page), page.rowsToRead())
        .map(rows -> Page.of(rows, page, EscalationItem.Row::cursor).map(EscalationItem::of));
  }

  static Conditions conditions(Caller caller, @Nullable String caseId, PageRequest page) {
    Conditions conditions = new Conditions(FIRST_CONDITION);
    Sight.limit(conditions, caller);
    if (caseId != null) {
      CaseReader.addCase(conditions, caseId);
    } else if (!caller.isAtLeast(Role.SUPERVISOR)) {
      UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(AFTER_ALL);
      int most = page.rowsToRead();
      conditions.add(OF_HIS_CASES, before, most, before, most);
    }
    page.after()
        .ifPresent(cursor -> conditions.add("escalation.escalation_id < ?", cursor.uuid(0)));
    return conditions;
  }

  static String sql(Conditions conditions) {
    return SELECT.formatted(Sight.JOIN, conditions.sql());
  }

  /** The escalation, if there is one that the caller may see. */
  static Uni<Optional<EscalationItem>> find(
      Mutiny.Session session, Caller caller, UUID escalationId) {
    Conditions conditions = new Conditions(FIRST_CONDITION);
    Sight.limit(conditions, caller);
    conditions.add("escalation.escalation_id = ?", escalationId);
    return select(session, caller, conditions, 1)
        .map(rows -> rows.stream().findFirst().map(EscalationItem::of));
  }

  private static Uni<List<EscalationItem.Row>> select(
      Mutiny.Session session, Caller caller, Conditions conditions, int most) {
    return conditions
        .bind(
            session
                .createNativeQuery(sql(conditions), String.class)
                .setParameter(1, caller.agentId())
                .setParameter(2, most))
        .getResultList()
        .map(rows -> Rows.read(rows, EscalationItem.Row.class));
  }

  /** Acknowledges it, unless somebody has or it was withdrawn. */
  static Uni<Boolean> acknowledge(
      Mutiny.Session session, UUID escalationId, String by, String reason) {
    return session
        .createNativeQuery(ACKNOWLEDGE)
        .setParameter(1, escalationId)
        .setParameter(2, by)
        .setParameter(3, reason)
        .executeUpdate()
        .map(changed -> changed == 1);
  }
}
