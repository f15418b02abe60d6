package io.casewire.sla.policy;

import io.casewire.events.CaseStatus;
import io.casewire.sla.escalation.EscalationChain;
import io.casewire.sla.input.IsoDurations;
import io.casewire.sla.input.Violations;
import io.casewire.sla.input.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one policy; what is wrong goes to the violations of its set. */
final class PolicyReader {

  static final int MAX_NAME_LENGTH = 200;
  static final int MAX_WARNINGS = 20;

  private static final Vocabulary<Metric> METRICS =
      Vocabulary.of(Metric.values(), Metric::wireName);
  private static final Vocabulary<TargetHours> HOURS =
      Vocabulary.of(TargetHours.values(), TargetHours::wireName);
  // In any other status a clock either has to run or is at its end.
  private static final Vocabulary<CaseStatus> PAUSING =
      new Vocabulary<>(List.of(CaseStatus.PENDING), CaseStatus::wireName);

  private final Violations violations;
  private final String field;

  PolicyReader(String field, Violations violations) {
    this.field = field;
    this.violations = violations;
  }

  /** The policy as far as it could be read; only of use when there are no violations. */
  Policy read(PolicyDraft draft) {
    return new Policy(
        readName(draft.name()),
        new MatchReader(field + ".when", violations).read(draft.when()),
        readCalendar(draft.calendar()),
        readTargets(draft.targets()),
        readWarnings(draft.warnAt()),
        violations
            .take(EscalationChain.of(field + ".escalation", draft.escalation()))
            .orElse(EscalationChain.NONE),
        readPauses(draft.pauseOn()));
  }

  private String readName(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      violations.add(field + ".name", "must have 1 to " + MAX_NAME_LENGTH + " characters");
      return "";
    }
    return name;
  }

  private String readCalendar(@Nullable String calendar) {
    if (calendar == null || calendar.isBlank()) {
      violations.add(field + ".calendar", "must be the id of a calendar");
      return "";
    }
    return calendar;
  }

  private Map<Metric, Target> readTargets(Map<String, PolicyDraft.TargetDraft> drafts) {
    var targets = new EnumMap<Metric, Target>(Metric.class);
    drafts.forEach(
        (name, draft) -> {
          String at = field + ".targets." + name;
          Optional<Metric> metric = METRICS.read(at, name, violations);
          Optional<Target> target = readTarget(at, draft);
          if (metric.isPresent() && target.isPresent()) {
            targets.put(metric.get(), target.get());
          }
        });
    return targets;
  }

  private Optional<Target> readTarget(String at, PolicyDraft.@Nullable TargetDraft draft) {
    Optional<Duration> duration =
        IsoDurations.parse(draft == null ? null : draft.duration()).filter(Duration::isPositive);
    if (draft == null || duration.isEmpty()) {
      violations.add(at, IsoDurations.RULE + ", and longer than nothing");
      return Optional.empty();
    }
    Optional<TargetHours> hours =
        draft.hours() == null
            ? Optional.of(TargetHours.BUSINESS)
            : HOURS.read(at + ".hours", draft.hours(), violations);
    return hours.map(counted -> new Target(duration.get(), counted));
  }

  private List<WarnAt> readWarnings(List<String> texts) {
    if (texts.size() > MAX_WARNINGS) {
      violations.add(field + ".warnAt", "must have at most " + MAX_WARNINGS + " warnings");
      return List.of();
    }
    var warnings = new ArrayList<WarnAt>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<WarnAt> read = WarnAt.parse(texts.get(i));
      read.ifPresent(warnings::add);
      if (read.isEmpty()) {
        violations.add(field + ".warnAt[" + i + "]", "must be 1% to 99%, or a duration before due");
      }
    }
    return warnings;
  }

  private Set<CaseStatus> readPauses(List<String> texts) {
    var statuses = EnumSet.noneOf(CaseStatus.class);
    for (int i = 0; i < texts.size(); i++) {
      PAUSING
          .read(field + ".pauseOn[" + i + "]", texts.get(i), violations)
          .ifPresent(statuses::add);
    }
    return statuses;
  }
}
