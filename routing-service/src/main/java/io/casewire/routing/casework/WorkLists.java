package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import io.casewire.events.Priority;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what an agent has to do, in the order in which it is to be done. */
@ApplicationScoped
public class WorkLists {

  /** As many as anybody looks through; search finds the rest. */
  public static final int LONGEST = 100;

  /** What an agent has seen is looked up for what is shown only. */
  static final String CASES =
      """
      select cast(c.id as text), case_number, subject, coalesce(customer_name, customer_address),
        status, owner, queue, priority, channel, due_at, waiting_since,
        exists (select 1 from case_text t
                where t.case_id = c.id and t.intake_seq > coalesce(
                  (select intake_seq from case_look where agent_id = $1 and case_id = c.id), 0))
      from (%s) c
      order by status = 'PENDING', turn_rank, turn_due, waiting_since, c.id
      """;

  static final String MINE =
      """
      select * from routing_case where owner = $1 and status in ('OPEN', 'PENDING')
      order by status = 'PENDING', turn_rank, turn_due, waiting_since, id limit %d
      """
          .formatted(LONGEST);

  private static final String WAITING =
      """
      select head.* from %s as source (queue) cross join lateral (
        select * from routing_case
        where queue = source.queue and status = 'OPEN' and owner is null
        order by turn_rank, turn_due, waiting_since, id limit %d) head
      order by turn_rank, turn_due, waiting_since, id limit %d
      """;

  static final String WAITING_ANYWHERE =
      WAITING.formatted("(select id from queue)", LONGEST, LONGEST);
  static final String WAITING_IN_QUEUES =
      WAITING.formatted("unnest(cast($2 as text[]))", LONGEST, LONGEST);

  /** Names the agent, too, since the first parameter of all these statements does. */
  static final String COUNT = "select count(*) from (%s) c where cast($1 as text) is not null";

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
    return listed(PlainStatement.of(session, CASES.formatted(MINE)).bind(agentId));
  }

  /** What waits in the queues that the agent sees, in the order in which it will be assigned. */
  public Uni<List<ListedCase>> waiting(Mutiny.Session session, String agentId, Visible visible) {
    return waiting(session, CASES, agentId, visible)
        .map(WorkLists::listed)
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  /** How many cases {@link #mine} lists. */
  public Uni<Integer> countMine(Mutiny.Session session, String agentId) {
    return count(PlainStatement.of(session, COUNT.formatted(MINE)).bind(agentId));
  }

  /** How many cases {@link #waiting} lists. */
  public Uni<Integer> countWaiting(Mutiny.Session session, String agentId, Visible visible) {
    return waiting(session, COUNT, agentId, visible)
        .map(WorkLists::count)
        .orElseGet(() -> Uni.createFrom().item(0));
  }

  private static Optional<PlainStatement> waiting(
      Mutiny.Session session, String statement, String agentId, Visible visible) {
    return switch (visible) {
      case Visible.All() ->
          Optional.of(
              PlainStatement.of(session, statement.formatted(WAITING_ANYWHERE)).bind(agentId));
      case Visible.Own own ->
          Optional.of(
              PlainStatement.of(session, statement.formatted(WAITING_IN_QUEUES))
                  .bind(agentId)
                  .bind(own.queues().toArray(String[]::new)));
      case Visible.Nothing() -> Optional.empty();
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

  private static Uni<List<ListedCase>> listed(PlainStatement statement) {
    return statement.rows().map(rows -> rows.stream().map(WorkLists::listed).toList());
  }

  private static Uni<Integer> count(PlainStatement statement) {
    return statement.value(Long.class).map(Math::toIntExact);
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
        row[9] == null ? null : Instants.of(row[9]),
        Instants.of(row[10]),
        (Boolean) row[11]);
  }

  /**
   * A case in an agent's list.
   *
   * @param waitingSince the beginning of its turn
   * @param unread whether the customer has written since this agent looked at it
   */
  public record ListedCase(
      UUID caseId,
      String caseNumber,
      String subject,
      @Nullable String customer,
      CaseStatus status,
      @Nullable String owner,
      String queue,
      Priority priority,
      String channel,
      @Nullable Instant dueAt,
      Instant waitingSince,
      boolean unread) {}
}
