package io.casewire.sla.cases;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.sla.flow.Database;
import io.casewire.sla.flow.FlowTest;
import io.casewire.sla.flow.SeededPlans;
import io.casewire.sla.flow.SeededPlans.Plan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CasePlanTest extends FlowTest {

  @Inject Database database;

  @Test
  void what_is_done_again_and_again_reads_no_more_than_it_needs() {
    String nextCases =
        CaseTable.UNFINISHED_AFTER.replace("$1", "'00000000-0000-0000-0000-000000000000'");

    List<Plan> plans =
        SeededPlans.explain(
            database,
            List.of(),
            explained -> explained.query(nextCases.replace("$2", "500")),
            explained -> explained.query(OpenCounts.OVERDUE).setParameter(1, 1_000));

    plans.get(0).reads("sla_case_unfinished");
    assertFalse(plans.get(0).text().contains("Sort"), plans.get(0).text());
    plans.get(1).reads("clock_open");
  }
}
