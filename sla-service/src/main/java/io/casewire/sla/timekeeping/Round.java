package io.casewire.sla.timekeeping;

import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.EscalationResolved;
import io.casewire.events.NotificationSent;
import io.casewire.events.Sources;
import io.casewire.events.envelope.Cause;
import io.casewire.sla.cases.CaseFile;
import io.casewire.sla.cases.CaseWork;
import io.casewire.sla.clock.CaseClocks;
import io.casewire.sla.clock.CaseFact;
import io.casewire.sla.clock.CaseOpening;
import io.casewire.sla.clock.ClockDecider;
import io.casewire.sla.clock.Decision;
import io.casewire.sla.clock.Outcome;
import io.casewire.sla.rules.LoadedRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What facts and time do to cases in one transaction. It reads and writes nothing; {@link Rounds}
 * keeps what it says.
 */
final class Round {

  private final CaseWork work;
  private final LoadedRules rules;
  private final Instant now;
  private final List<Outcome> outcomes = new ArrayList<>();

  Round(CaseWork work, LoadedRules rules, Instant now) {
    this.work = work;
    this.rules = rules;
    this.now = now;
  }

  CaseWork work() {
    return work;
  }

  /** All that became true, in order. */
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /**
   * Takes further facts, in the order of the stream.
   *
   * @throws IllegalStateException if one is about a case of which nothing is known
   */
  void follow(List<Fact> facts) {
    Map<Fact, Long> seen = seenBefore(facts);
    facts.forEach(fact -> follow(fact, seen.get(fact)));
  }

  /**
   * What a fact raises (a deadline that had passed before it) is decided without knowing it. The
   * positions of the cases are those after the last fact, so they are counted back.
   */
  private Map<Fact, Long> seenBefore(List<Fact> facts) {
    Map<Fact, Long> seen = new IdentityHashMap<>();
    Map<UUID, Long> next = new HashMap<>();
    for (Fact fact : facts.reversed()) {
      if (fact.envelope().source().equals(Sources.ROUTING)) {
        next.put(fact.caseId(), fact.envelope().sequence() - 1);
      }
      seen.put(fact, next.computeIfAbsent(fact.caseId(), work::seenRoutingSeq));
    }
    return seen;
  }

  private void follow(Fact fact, long seenRoutingSeq) {
    if (fact.event() instanceof CaseOpened opened) {
      open(fact, opened);
      return;
    }
    CaseFile known = known(fact.caseId());
    if (fact.event() instanceof NotificationSent sent
        && !known.clocks().hasLost(sent.messageId())) {
      return;
    }
    CaseFile file = place(known, fact.event()).after(fact.envelope());
    if (fact.event() instanceof EscalationResolved resolved) {
      work.end(resolved);
    }
    work.keep(file);
    fact.caseFact()
        .ifPresent(
            caseFact ->
                keep(
                    file,
                    ClockDecider.decide(file.clocks(), caseFact, rules.at(fact.happenedAt())),
                    fact.cause(),
                    seenRoutingSeq));
  }

  private void open(Fact fact, CaseOpened opened) {
    if (work.find(opened.caseId()).isPresent()) {
      return;
    }
    CaseOpening opening = fact.opening(opened);
    CaseFile file =
        CaseFile.opened(CaseClocks.before(opening), opened, fact.envelope().correlationId());
    keep(file, ClockDecider.open(opening, rules.at(fact.happenedAt())), fact.cause(), 0);
  }

  /** Where the case is, which decides who may see its clocks. */
  private static CaseFile place(CaseFile file, CaseEvent event) {
    return switch (event) {
      case CaseQueued queued -> file.queuedIn(queued.queue());
      case CaseAssigned assigned -> file.inQueue(assigned.queue()).ownedBy(assigned.agentId());
      case CaseUnassigned _ -> file.ownedBy(null);
      default -> file;
    };
  }

  /** Something that was done here happens to a case. */
  void apply(UUID caseId, CaseFact fact, Cause cause) {
    CaseFile file = known(caseId);
    Decision decision = ClockDecider.decide(file.clocks(), fact, rules);
    keep(file, decision, cause, work.seenRoutingSeq(caseId));
  }

  /** The alarm of a case rang; what has become of the case since does not matter. */
  void ring(UUID caseId) {
    work.find(caseId)
        .ifPresent(
            file ->
                keep(
                    file,
                    ClockDecider.timeReached(file.clocks(), now, rules),
                    causeOfAlarm(file),
                    work.seenRoutingSeq(caseId)));
  }

  private static Cause causeOfAlarm(CaseFile file) {
    return new Cause(file.correlationId(), "clock-alarm " + file.caseId(), null);
  }

  private void keep(CaseFile file, Decision decision, Cause cause, long seenRoutingSeq) {
    work.decide(file, decision);
    Announcements announcements = new Announcements(file.caseId(), now, seenRoutingSeq);
    for (Outcome outcome : decision.outcomes()) {
      work.publish(file.caseId(), announcements.of(outcome), outcome.at(), cause);
    }
    outcomes.addAll(decision.outcomes());
  }

  private CaseFile known(UUID caseId) {
    return work.find(caseId).orElseThrow(() -> new IllegalStateException("no case " + caseId));
  }
}
