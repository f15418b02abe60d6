package io.casewire.sla.clock;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.EscalationAction;
import io.casewire.events.Priority;
import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.calendar.Calendars;
import io.casewire.sla.escalation.Addressee;
import io.casewire.sla.escalation.EscalationChain;
import io.casewire.sla.escalation.EscalationLevel;
import io.casewire.sla.policy.CaseMatch;
import io.casewire.sla.policy.Metric;
import io.casewire.sla.policy.Policy;
import io.casewire.sla.policy.PolicySet;
import io.casewire.sla.policy.Target;
import io.casewire.sla.policy.TargetHours;
import io.casewire.sla.policy.WarnAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rulebook for tests, with one set of policies that differ in every way that matters. */
final class Rules implements Rulebook {

  private static final EscalationChain CHAIN =
      new EscalationChain(
          List.of(
              level(1, "PT0S", "owner", EscalationAction.NOTIFY),
              level(2, "PT1H", "lead", EscalationAction.REASSIGN),
              level(3, "PT4H", "supervisor", EscalationAction.RAISE_PRIORITY)));

  private final List<PolicySet> sets = new ArrayList<>();
  private final List<BusinessCalendar> calendars = new ArrayList<>();

  /**
   * Version 1: {@code urgent} cases have short targets, {@code fees} are counted in the hours of a
   * desk that is open from 9 to 12 and from 13 to 18 on workdays, {@code complaint} never pauses,
   * {@code feedback} has only a first response, {@code other} has none at all, and for the rest it
   * is four hours, two hours and a day.
   */
  static Rules standard() {
    var rules = new Rules();
    rules.calendars.add(desk(1, "09:00-12:00", "13:00-18:00"));
    rules.sets.add(
        new PolicySet(
            1,
            List.of(
                policy("urgent", priority(Priority.URGENT), "PT1H", "PT30M", "PT8H"),
                business("fees", category(Category.FEES), "PT4H", "PT2H", "PT16H"),
                new Policy(
                    "complaint",
                    category(Category.COMPLAINT),
                    "desk",
                    targets(TargetHours.CALENDAR, "PT4H", "PT2H", "PT24H"),
                    List.of(),
                    CHAIN,
                    Set.of()),
                policy("feedback", category(Category.FEEDBACK), "PT4H", null, null),
                policy("other", category(Category.OTHER), null, null, null),
                policy("standard", CaseMatch.ANY, "PT4H", "PT2H", "PT24H"))));
    return rules;
  }

  /** Two warnings and no others: half the time, and half an hour before due. */
  static Rules withTwoWarnings() {
    var rules = standard();
    rules.sets.add(
        new PolicySet(
            2,
            List.of(
                new Policy(
                    "warned",
                    CaseMatch.ANY,
                    "desk",
                    targets(TargetHours.BUSINESS, "PT4H", null, null),
                    List.of(new WarnAt.Share(50), new WarnAt.BeforeDue(Duration.ofMinutes(30))),
                    EscalationChain.NONE,
                    Set.of()))));
    return rules;
  }

  /** From now on everything takes half an hour, and the desk opens at 8. */
  Rules replaced() {
    calendars.add(desk(2, "08:00-18:00"));
    sets.add(
        new PolicySet(
            sets.size() + 1, List.of(policy("swift", CaseMatch.ANY, "PT30M", "PT30M", "PT30M"))));
    return this;
  }

  @Override
  public PolicySet currentPolicies() {
    return sets.getLast();
  }

  @Override
  public PolicySet policies(long version) {
    return sets.get((int) version - 1);
  }

  @Override
  public BusinessCalendar currentCalendar(String id) {
    return calendars.getLast();
  }

  @Override
  public BusinessCalendar calendar(String id, long version) {
    return calendars.get((int) version - 1);
  }

  private static BusinessCalendar desk(long version, String... slots) {
    return Calendars.inZone("UTC").onWorkdays(slots).build("desk", version);
  }

  private static Policy policy(
      String name, CaseMatch when, String first, String next, String resolution) {
    return withDefaults(name, when, targets(TargetHours.CALENDAR, first, next, resolution));
  }

  private static Policy business(
      String name, CaseMatch when, String first, String next, String resolution) {
    return withDefaults(name, when, targets(TargetHours.BUSINESS, first, next, resolution));
  }

  private static Policy withDefaults(String name, CaseMatch when, Map<Metric, Target> targets) {
    return new Policy(
        name,
        when,
        "desk",
        targets,
        List.of(new WarnAt.Share(75)),
        CHAIN,
        Set.of(CaseStatus.PENDING));
  }

  private static Map<Metric, Target> targets(
      TargetHours hours, String first, String next, String resolution) {
    var targets = new EnumMap<Metric, Target>(Metric.class);
    putTarget(targets, Metric.FIRST_RESPONSE, hours, first);
    putTarget(targets, Metric.NEXT_RESPONSE, hours, next);
    putTarget(targets, Metric.RESOLUTION, hours, resolution);
    return targets;
  }

  private static void putTarget(
      Map<Metric, Target> targets, Metric metric, TargetHours hours, String duration) {
    if (duration != null) {
      targets.put(metric, new Target(Duration.parse(duration), hours));
    }
  }

  private static EscalationLevel level(
      int number, String after, String to, EscalationAction action) {
    return new EscalationLevel(number, Duration.parse(after), new Addressee(to), action);
  }

  private static CaseMatch category(Category category) {
    return new CaseMatch(Set.of(category), Set.of(), Set.of(), Set.of(), Assurance.NONE, Set.of());
  }

  private static CaseMatch priority(Priority priority) {
    return new CaseMatch(Set.of(), Set.of(), Set.of(), Set.of(priority), Assurance.NONE, Set.of());
  }
}
