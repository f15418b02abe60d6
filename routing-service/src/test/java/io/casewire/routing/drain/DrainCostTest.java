package io.casewire.routing.drain;

import static io.casewire.routing.SeededCases.assertReads;

import io.casewire.routing.SeededCases;
import io.casewire.routing.SeededCases.Plan;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the drainer reads depends on what it can give, not on what waits or is stored. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class DrainCostTest {

  @Inject DataSource database;

  private SeededCases cases;

  @BeforeEach
  void a_hundred_thousand_cases_wait_among_two_hundred_thousand() throws SQLException {
    cases = SeededCases.in(database);
  }

  @AfterEach
  void end() throws SQLException {
    cases.close();
  }

  @Test
  void the_first_cases_of_a_lane_are_read_from_its_index_and_no_others() throws SQLException {
    List<Plan> plans =
        cases.explain(
            WaitingCases.FIRST,
            "cost",
            new String[] {"fr"},
            new String[] {"chat"},
            10,
            "assignment");

    assertReads("routing_case_lane", 40, plans);
  }

  @Test
  void the_lanes_of_a_queue_are_found_by_one_probe_each() throws SQLException {
    List<Plan> plans = cases.explain(WaitingCases.LANES, "cost");

    assertReads("routing_case_lane", 40, plans);
  }

  @Test
  void the_oldest_case_of_each_queue_is_found_by_one_probe_each() throws SQLException {
    List<Plan> plans = cases.explain(AssignmentMetrics.OLDEST);

    assertReads("routing_case_waiting", 20, plans);
  }
}
