package io.casewire.sla.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.PageRequest;
import io.casewire.sla.flow.Database;
import io.casewire.sla.flow.FlowTest;
import io.casewire.sla.flow.SeededPlans;
import io.casewire.sla.flow.SeededPlans.Explained;
import io.casewire.sla.flow.SeededPlans.Plan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationPlanTest extends FlowTest {

  @Inject Database database;

  @Test
  void a_page_of_escalations_reads_what_it_shows_whoever_asks() {
    List<Plan> plans =
        SeededPlans.explain(
            database,
            List.of(SeededPlans.ESCALATIONS),
            explained -> escalations(explained, "many", Role.AGENT, null),
            explained -> escalations(explained, "few", Role.AGENT, null),
            explained -> escalations(explained, "none", Role.AGENT, null),
            explained -> escalations(explained, "boss", Role.SUPERVISOR, null),
            explained -> escalations(explained, "few", Role.AGENT, "SEED-7"));

    plans.subList(0, 3).forEach(plan -> plan.reads("escalation_queue").reads("escalation_owner"));
    plans.get(3).reads("escalation_pkey");
    plans.get(4).reads("escalation_case");
  }

  private static Mutiny.SelectionQuery<String> escalations(
      Explained explained, String agentId, Role role, @Nullable String caseId) {
    PageRequest page = PageRequest.of(null, null);
    Conditions conditions = Escalations.conditions(new Caller(agentId, role), caseId, page);
    return conditions.bind(
        explained
            .query(Escalations.sql(conditions))
            .setParameter(1, agentId)
            .setParameter(2, page.rowsToRead()));
  }
}
