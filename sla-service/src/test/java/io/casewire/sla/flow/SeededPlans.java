package io.casewire.sla.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How statements are executed when 100,000 cases with 200,000 clocks are open, a tenth of them
 * paused. The rows are there for the time of one transaction that is undone.
 *
 * <p>Queues {@code big-0} to {@code big-9} have nearly all cases, {@code small} has ten. Agent
 * {@code many} works on two big queues, {@code few} on the small one, {@code none} on one without
 * cases.
 */
public final class SeededPlans {

  private static final List<String> SEEDS =
      List.of(
          """
          insert into sla_case (
            case_id, channel, category, language, priority, assurance, status, case_number, queue,
            owner, begun_at, responded, intake_sequence, waiting, answers, clocks_started,
            correlation_id, sequence)
          select
            cast(lpad(to_hex(n), 32, '0') as uuid), 'email', 'FEES', 'en', 'NORMAL', 'NONE', 'OPEN',
            'SEED-' || n, case when n <= 10 then 'small' else 'big-' || n % 10 end,
            case when n % 2 = 0 then 'owner-' || n % 500 end, clock_timestamp(), false, 1, '[]',
            '[]', 2, 'seed', 2
          from generate_series(1, 100000) as n
          """,
          """
          insert into clock (
            clock_id, case_id, metric, started_at, policy, policy_version, calendar,
            calendar_version, target, phase, counted, since, due_at, warned_up_to, withdrawals,
            escalations, acknowledged, live, queue, owner)
          select
            gen_random_uuid(), case_id, metric, begun_at, 'standard', 1, 'default', 1, 14400,
            case when case_number like '%7' then 'PAUSED' else 'RUNNING' end, 0, begun_at, begun_at + make_interval(secs => 60 + sequence * 100), 0, 0,
            '[]', false, true, queue, owner
          from sla_case, unnest(array['FIRST_RESPONSE', 'RESOLUTION']) as metric
          where correlation_id = 'seed'
          """,
          """
          insert into agent (agent_id, version, queues, active)
          values ('many', 1, array['big-1', 'big-2'], true), ('few', 1, array['small'], true),
            ('none', 1, array['nowhere'], true), ('boss', 1, array['nowhere'], true)
          on conflict (agent_id) do update set queues = excluded.queues, active = true
          """,
          "analyze sla_case, clock, agent");

  /** An escalation of each clock. */
  public static final String ESCALATIONS =
      """
      insert into escalation (
        escalation_id, case_id, clock_id, metric, level, raised_at, addressee, action, queue,
        owner)
      select gen_random_uuid(), case_id, clock_id, metric, 1, due_at, 'owner', 'notify', queue,
        owner
      from clock where target = 14400 and policy_version = 1
      """;

  /** The alarm timer of each case. */
  public static final String TIMERS =
      """
      insert into timer (kind, key, due_at, payload)
      select 'clock-alarm', cast(case_id as text), begun_at + interval '1 hour', ''
      from sla_case where correlation_id = 'seed'
      """;

  private static final Pattern NODE =
      Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)|Rows Removed by Filter: ([0-9]+)()");

  private static final int MANY = 5_000;

  private SeededPlans() {}

  /** What the database has done to answer a query. */
  public record Plan(String text) {

    /** Checks that the index was used, and that few rows were read at each step. */
    public Plan reads(String index) {
      assertTrue(text.contains(index), () -> "without " + index + ":\n" + text);
      assertFalse(
          NODE.matcher(text).results().anyMatch(step -> rows(step) > MANY),
          () -> "many rows:\n" + text);
      return this;
    }

    private static double rows(MatchResult step) {
      return step.group(1) == null
          ? Double.parseDouble(step.group(3))
          : Double.parseDouble(step.group(1)) * Double.parseDouble(step.group(2));
    }
  }

  /**
   * Has queries explained.
   *
   * @param further rows to be there besides cases, clocks and agents
   * @param queries are given the word to begin with, and say which query that makes
   */
  @SafeVarargs
  public static List<Plan> explain(
      Database database,
      List<String> further,
      Function<Explained, Mutiny.SelectionQuery<String>>... queries) {
    return database.pretend(
        unitOfWork -> {
          Uni<?> seeded = Uni.createFrom().voidItem();
          for (String seed : SEEDS) {
            seeded = seeded.chain(() -> unitOfWork.statement(seed).update());
          }
          for (String seed : further) {
            seeded = seeded.chain(() -> unitOfWork.statement(seed).update());
          }
          seeded = seeded.chain(() -> unitOfWork.statement("analyze escalation, timer").update());
          Uni<List<Plan>> plans = seeded.replaceWith(List.<Plan>of());
          for (var query : queries) {
            plans =
                plans.chain(
                    before ->
                        query
                            .apply(new Explained(unitOfWork.session()))
                            .getResultList()
                            .map(lines -> with(before, new Plan(String.join("\n", lines)))));
          }
          return plans;
        });
  }

  private static List<Plan> with(List<Plan> before, Plan plan) {
    var all = new ArrayList<>(before);
    all.add(plan);
    return all;
  }

  /** Makes queries that are executed and explained instead of answered. */
  public record Explained(Mutiny.Session session) {

    public Mutiny.SelectionQuery<String> query(String sql) {
      return session.createNativeQuery(
          "explain (analyze, costs off, timing off, summary off) " + sql, String.class);
    }
  }
}
