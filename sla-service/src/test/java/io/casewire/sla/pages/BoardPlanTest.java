package io.casewire.sla.pages;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.PageRequest;
import io.casewire.sla.flow.Database;
import io.casewire.sla.flow.FlowTest;
import io.casewire.sla.flow.SeededPlans;
import io.casewire.sla.flow.SeededPlans.Explained;
import io.casewire.sla.flow.SeededPlans.Plan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardPlanTest extends FlowTest {

  private static final BoardFilter ALL = BoardFilter.of(null, null, null);

  private static final PageRequest SECOND_PAGE =
      PageRequest.of(null, Cursor.after(Instant.now().plusSeconds(120), new UUID(0, 0)).encode());

  @Inject Database database;

  @Test
  void a_page_of_the_board_reads_what_it_shows_whoever_looks() {
    List<Plan> plans =
        SeededPlans.explain(
            database,
            List.of(),
            explained -> board(explained, "many", Role.AGENT, ALL),
            explained -> board(explained, "many", Role.AGENT, ALL, SECOND_PAGE),
            explained -> board(explained, "few", Role.AGENT, ALL),
            explained -> board(explained, "none", Role.AGENT, ALL),
            explained ->
                board(explained, "many", Role.AGENT, BoardFilter.of("big-1", "resolution", null)),
            explained -> board(explained, "none", Role.AGENT, BoardFilter.of(null, null, "paused")),
            explained -> board(explained, "boss", Role.SUPERVISOR, ALL),
            explained ->
                board(explained, "boss", Role.SUPERVISOR, BoardFilter.of("small", null, null)));

    plans.subList(0, 6).forEach(plan -> plan.reads("clock_open_queue").reads("clock_open_owner"));
    plans.get(6).reads("clock_open");
    plans.get(7).reads("clock_open_queue");
  }

  private static Mutiny.SelectionQuery<String> board(
      Explained explained, String agentId, Role role, BoardFilter filter) {
    return board(explained, agentId, role, filter, PageRequest.of(null, null));
  }

  private static Mutiny.SelectionQuery<String> board(
      Explained explained, String agentId, Role role, BoardFilter filter, PageRequest page) {
    Conditions conditions = BoardReader.conditions(new Caller(agentId, role), filter, page);
    return conditions.bind(
        explained
            .query(BoardReader.sql(conditions))
            .setParameter(1, agentId)
            .setParameter(2, page.rowsToRead()));
  }
}
