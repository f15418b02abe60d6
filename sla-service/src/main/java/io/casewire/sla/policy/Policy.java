package io.casewire.sla.policy;

import io.casewire.events.CaseStatus;
import io.casewire.sla.escalation.EscalationChain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised for the cases it matches.
 *
 * @param name unique in its set
 * @param calendar id of the calendar that business hours are counted in
 * @param targets the metrics that are measured; the others have no clock
 * @param pauseOn the statuses in which its clocks stand still
 */
public record Policy(
    String name,
    CaseMatch when,
    String calendar,
    Map<Metric, Target> targets,
    List<WarnAt> warnAt,
    EscalationChain escalation,
    Set<CaseStatus> pauseOn) {

  public Policy {
    targets = Map.copyOf(targets);
    warnAt = List.copyOf(warnAt);
    pauseOn = Set.copyOf(pauseOn);
  }

  public Optional<Target> target(Metric metric) {
    return Optional.ofNullable(targets.get(metric));
  }
}
