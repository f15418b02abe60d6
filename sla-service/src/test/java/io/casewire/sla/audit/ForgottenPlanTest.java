package io.casewire.sla.audit;

import io.casewire.sla.cases.CaseAlarms;
import io.casewire.sla.flow.Database;
import io.casewire.sla.flow.FlowTest;
import io.casewire.sla.flow.SeededPlans;
import io.casewire.sla.flow.SeededPlans.Plan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgottenPlanTest extends FlowTest {

  private static final UUID FROM = new UUID(0, 50_000);
  private static final UUID UNTIL = new UUID(0, 52_000);

  @Inject Database database;

  @Test
  void a_page_of_the_audit_looks_at_one_stretch_only() {
    List<Plan> plans =
        SeededPlans.explain(
            database,
            List.of(SeededPlans.TIMERS),
            explained ->
                explained
                    .query(ForgottenCases.END_OF_CASES)
                    .setParameter(1, FROM)
                    .setParameter(2, 1_999),
            explained ->
                explained
                    .query(ForgottenCases.CASES)
                    .setParameter(1, CaseAlarms.KIND)
                    .setParameter(2, FROM)
                    .setParameter(3, FROM)
                    .setParameter(4, UNTIL)
                    .setParameter(5, 51),
            explained ->
                explained
                    .query(ForgottenCases.TIMERS)
                    .setParameter(1, CaseAlarms.KIND)
                    .setParameter(2, FROM.toString())
                    .setParameter(3, UNTIL.toString())
                    .setParameter(4, 51));

    plans.get(0).reads("sla_case_unfinished");
    plans.get(1).reads("clock_live").reads("timer_pkey");
    plans.get(2).reads("timer_pkey").reads("clock_live");
  }
}
