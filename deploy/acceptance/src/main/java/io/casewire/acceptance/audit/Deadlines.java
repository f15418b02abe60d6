package io.casewire.acceptance.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When the running clocks of cases are due, in microseconds, as routing and sla have it. */
final class Deadlines {

  private Deadlines() {}

  /** The cases whose deadlines in routing are not those in sla. */
  static List<String> differences(RoutingState routing, SlaState sla) {
    Map<UUID, Map<UUID, Long>> told = new HashMap<>();
    routing.cases().forEach(one -> told.put(one.id(), parse(one.deadlines())));
    Map<UUID, Map<UUID, Long>> run = ofClocks(sla.clocks());
    Set<UUID> cases = new HashSet<>(told.keySet());
    cases.addAll(run.keySet());
    List<String> differences = new ArrayList<>();
    for (UUID caseId : cases) {
      Map<UUID, Long> inRouting = told.getOrDefault(caseId, Map.of());
      Map<UUID, Long> inSla = run.getOrDefault(caseId, Map.of());
      if (!inRouting.equals(inSla)) {
        differences.add("%s: routing %s, sla %s".formatted(caseId, inRouting, inSla));
      }
    }
    return differences;
  }

  private static Map<UUID, Map<UUID, Long>> ofClocks(List<SlaState.Clock> clocks) {
    Map<UUID, Map<UUID, Long>> deadlines = new HashMap<>();
    clocks.stream()
        .filter(SlaState.Clock::running)
        .forEach(
            clock ->
                deadlines
                    .computeIfAbsent(clock.caseId(), _ -> new HashMap<>())
                    .put(clock.id(), clock.dueMicros()));
    return deadlines;
  }

  private static Map<UUID, Long> parse(String text) {
    Map<UUID, Long> deadlines = new HashMap<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(" ")) {
      int equals = one.indexOf('=');
      deadlines.put(
          UUID.fromString(one.substring(0, equals)),
          ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(one.substring(equals + 1))));
    }
    return deadlines;
  }
}
