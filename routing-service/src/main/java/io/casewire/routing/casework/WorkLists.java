package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.events.Priority;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what an agent has to do, in the order in which it is to be done. */
@ApplicationScoped
public class WorkLists {

  /** As many as anybody looks through; search finds the rest. */
  public static final int LONGEST = 100;

  private static final String CASES =
      """
      select cast(c.id as text), case_number, subject, coalesce(customer_name, customer_address),
        status, owner, queue, priority, channel, due_at, waiting_since,
        exists (select 1 from case_text t
                where t.case_id = c.id and t.intake_seq > coalesce(look.intake_seq, 0))
      from routing_case c
        left join case_look look on look.case_id = c.id and look.agent_id = :me
      where %s
      order by status = 'PENDING', turn_rank, turn_due, waiting_since, c.id
      limit %d
      """;

  private static final String MINE = "owner = :me and status in ('OPEN', 'PENDING')";
  private static final String WAITING = "status = 'OPEN' and owner is null";
  private static final String IN_QUEUES = " and queue = any (cast(:queues as text[]))";

  private static final String UNREAD =
      """
      select exists (select 1 from case_text t
        where t.case_id = ?2 and t.intake_seq > coalesce(
          (select intake_seq from case_look where agent_id = ?1 and case_id = ?2), 0))
      """;

  private static final String LOOK =
      """
      insert into case_look (agent_id, case_id, intake_seq)
      select cast(?1 as text), cast(?2 as uuid), coalesce(max(intake_seq), 0)
      from case_text where case_id = cast(?2 as uuid)
      on conflict (agent_id, case_id) do update set intake_seq = excluded.intake_seq
      """;

  /** What the agent owns and is not done with; pending cases last. */
  public Uni<List<ListedCase>> mine(Mutiny.Session session, String agentId) {
    return run(cases(session, MINE).setParameter("me", agentId));
  }

  /** What waits in the queues that the agent sees, in the order in which it will be assigned. */
  public Uni<List<ListedCase>> waiting(Mutiny.Session session, String agentId, Visible visible) {
    return switch (visible) {
      case Visible.All() -> run(cases(session, WAITING).setParameter("me", agentId));
      case Visible.Own own ->
          run(
              cases(session, WAITING + IN_QUEUES)
                  .setParameter("me", agentId)
                  .setParameter("queues", own.queues().toArray(String[]::new)));
      case Visible.Nothing() -> Uni.createFrom().item(List.of());
    };
  }

  /** Whether the customer has written since the agent looked at the case. */
  public Uni<Boolean> isUnread(Mutiny.Session session, String agentId, UUID caseId) {
    return session
        .createNativeQuery(UNREAD, Boolean.class)
        .setParameter(1, agentId)
        .setParameter(2, caseId)
        .getSingleResult();
  }

  /** Remembers that the agent has seen all that the customer has written until now. */
  public Uni<Void> look(Mutiny.Session session, String agentId, UUID caseId) {
    return session
        .createNativeQuery(LOOK)
        .setParameter(1, agentId)
        .setParameter(2, caseId)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Mutiny.SelectionQuery<Object[]> cases(Mutiny.Session session, String condition) {
    return session.createNativeQuery(CASES.formatted(condition, LONGEST), Object[].class);
  }

  private static Uni<List<ListedCase>> run(Mutiny.SelectionQuery<Object[]> query) {
    return query.getResultList().map(rows -> rows.stream().map(WorkLists::listed).toList());
  }

  private static ListedCase listed(Object[] row) {
    return new ListedCase(
        UUID.fromString((String) row[0]),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        CaseStatus.valueOf((String) row[4]),
        (String) row[5],
        (String) row[6],
        Priority.valueOf((String) row[7]),
        (String) row[8],
        row[9] == null ? null : instant(row[9]),
        instant(row[10]),
        (Boolean) row[11]);
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
  }
}
