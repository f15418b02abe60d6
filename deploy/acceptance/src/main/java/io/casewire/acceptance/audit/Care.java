package io.casewire.acceptance.audit;

import io.casewire.acceptance.audit.RoutingState.Agent;
import io.casewire.acceptance.audit.RoutingState.RoutedCase;
import io.casewire.acceptance.audit.SlaState.Alarm;
import io.casewire.acceptance.audit.SlaState.Clock;
import io.casewire.acceptance.audit.SlaState.TimedCase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks whether somebody or something looks after every case that is not over. */
final class Care {

  private final RoutingState routing;
  private final SlaState sla;
  private final Map<String, Agent> agents;
  private final Set<String> queues;
  private final Set<String> timers;

  Care(RoutingState routing, SlaState sla) {
    this.routing = routing;
    this.sla = sla;
    this.agents = routing.agents().stream().collect(Collectors.toMap(Agent::id, one -> one));
    this.queues = Set.copyOf(routing.queues());
    this.timers = Set.copyOf(routing.timers());
  }

  List<Finding> check() {
    return List.of(
        Finding.of("every agent's load is what the agent's cases cost", loads()),
        Finding.of("only what somebody has counts as work", unitsOfNobody()),
        cases("every open case has an owner who can work, or a queue that exists", this::unowned),
        cases("every pending case with a time has its timer", this::withoutWakeUp),
        cases("every resolved case has its timer", this::withoutClose),
        Finding.of("every open case has a running or paused clock", withoutClock()),
        Finding.of("every running clock has its alarm in time", withoutAlarm()),
        Finding.of("no alarm that still holds has come to nothing", alarmedInVain()),
        Finding.of("routing and sla agree on all deadlines", Deadlines.differences(routing, sla)));
  }

  private List<String> loads() {
    Map<String, Integer> held =
        routing.cases().stream()
            .filter(one -> one.owner() != null)
            .collect(
                Collectors.groupingBy(
                    RoutedCase::owner, Collectors.summingInt(RoutedCase::heldUnits)));
    return routing.agents().stream()
        .filter(agent -> agent.load() != held.getOrDefault(agent.id(), 0))
        .map(
            agent ->
                "%s: load %d, cases %d"
                    .formatted(agent.id(), agent.load(), held.getOrDefault(agent.id(), 0)))
        .toList();
  }

  private List<String> unitsOfNobody() {
    return routing.cases().stream()
        .filter(one -> one.heldUnits() != 0 && !agents.containsKey(String.valueOf(one.owner())))
        .map(one -> "%s: %d of %s".formatted(one.id(), one.heldUnits(), one.owner()))
        .toList();
  }

  private @Nullable String unowned(RoutedCase one) {
    if (!one.isOpen()) {
      return null;
    }
    if (one.owner() == null) {
      return queues.contains(one.queue()) ? null : "no queue '" + one.queue() + "'";
    }
    Agent owner = agents.get(one.owner());
    return owner != null && owner.active() ? null : one.owner() + " can't work";
  }

  private @Nullable String withoutWakeUp(RoutedCase one) {
    return one.status().equals("PENDING") && one.wakes() ? timer(RoutingState.WAKE_UP, one) : null;
  }

  private @Nullable String withoutClose(RoutedCase one) {
    return one.status().equals("RESOLVED") ? timer(RoutingState.CLOSE, one) : null;
  }

  private @Nullable String timer(String kind, RoutedCase one) {
    return timers.contains(kind + " " + one.id()) ? null : "no " + kind;
  }

  private List<String> withoutClock() {
    Set<UUID> timed = sla.clocks().stream().map(Clock::caseId).collect(Collectors.toSet());
    return sla.cases().stream()
        .filter(one -> one.begun() && !timed.contains(one.id()))
        .map(TimedCase::id)
        .map(UUID::toString)
        .toList();
  }

  /** A clock that is breached rings only if there are further levels. */
  private List<String> withoutAlarm() {
    Map<String, Long> alarms =
        sla.alarms().stream().collect(Collectors.toMap(Alarm::caseId, Alarm::dueMicros));
    return sla.clocks().stream()
        .filter(clock -> clock.running() && !clock.breached())
        .filter(
            clock ->
                alarms.getOrDefault(clock.caseId().toString(), Long.MAX_VALUE) > clock.dueMicros())
        .map(clock -> "clock %s of %s".formatted(clock.id(), clock.caseId()))
        .toList();
  }

  /** An alarm that was overtaken has to be raised anew if its clock runs all the same. */
  private List<String> alarmedInVain() {
    Map<UUID, UUID> caseOfClock =
        sla.clocks().stream()
            .filter(Clock::running)
            .collect(Collectors.toMap(Clock::id, Clock::caseId));
    return sla.levels().stream()
        .filter(level -> level.vain() && caseOfClock.containsKey(level.clockId()))
        .map(level -> "level %d of %s".formatted(level.level(), caseOfClock.get(level.clockId())))
        .toList();
  }

  private Finding cases(String question, Function<RoutedCase, @Nullable String> offence) {
    return Finding.of(
        question,
        routing.cases().stream()
            .map(
                one -> {
                  String wrong = offence.apply(one);
                  return wrong == null ? null : one.id() + ": " + wrong;
                })
            .filter(Objects::nonNull)
            .toList());
  }
}
