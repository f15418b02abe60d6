package io.casewire.sla.rules;

import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which versions are current to a transaction. Only this is read anew each time; what a version
 * says is the same for ever, so it may come from a cache in any replica.
 */
record RuleHeads(long policies, Map<String, Long> calendars) {

  private static final String HEADS =
      """
      select 'policies', '', max(version) from policy_version
      union all
      select 'calendar', calendar_id, max(version) from calendar_version group by calendar_id
      """;

  static Uni<RuleHeads> read(Mutiny.Session session) {
    return PlainStatement.of(session, HEADS).rows().map(RuleHeads::of);
  }

  private static RuleHeads of(List<Object[]> rows) {
    long policies = 0;
    Map<String, Long> calendars = new HashMap<>();
    for (Object[] row : rows) {
      long version = ((Number) row[2]).longValue();
      if (row[0].equals("policies")) {
        policies = version;
      } else {
        calendars.put((String) row[1], version);
      }
    }
    return new RuleHeads(policies, calendars);
  }
}
