package io.casewire.sla.clock;

import io.casewire.events.CaseStatus;
import java.time.Instant;

/** Decides what a fact means for the clocks of its case. Pure: it only looks at its arguments. */
public final class ClockDecider {

  private ClockDecider() {}

  /** The first fact of a case. */
  public static Decision open(CaseOpening opening, Rulebook rules) {
    var message =
        new CaseFact.CustomerWrote(
            opening.sequence(), opening.messageId(), opening.at(), opening.automatic());
    return decide(CaseClocks.before(opening), message, rules);
  }

  /**
   * Any later fact, in the order of the stream. A fact may be heard of late, even after time has
   * reached a deadline that it had prevented; a repeated one has no outcome, and neither has any
   * after a final status, except that a closed case may be opened again.
   */
  public static Decision decide(CaseClocks state, CaseFact fact, Rulebook rules) {
    var proceedings = new CaseProceedings(state, new Agreements(rules));
    var alarms = new AlarmRound(proceedings.clocks());
    if (!isFinal(state.status())) {
      alarms.catchUpWith(fact.at());
      apply(fact, proceedings);
    } else if (state.status() == CaseStatus.CLOSED) {
      afterClosing(fact, proceedings);
    }
    return decision(proceedings, alarms);
  }

  /** Routing opens a closed case again for one reason: an answer did not reach the customer. */
  private static void afterClosing(CaseFact fact, CaseProceedings proceedings) {
    if (fact instanceof CaseFact.AnswerLost lost) {
      proceedings.lostAfterClosing(lost);
    } else if (fact instanceof CaseFact.StatusChanged changed && changed.to() == CaseStatus.OPEN) {
      proceedings.openedAfterClosing(changed.at());
    }
  }

  /**
   * A timer fired. May be called at any time and any number of times: what is not due is not
   * raised, and nothing is raised twice.
   */
  public static Decision timeReached(CaseClocks state, Instant now, Rulebook rules) {
    var proceedings = new CaseProceedings(state, new Agreements(rules));
    var alarms = new AlarmRound(proceedings.clocks());
    alarms.raiseUntil(now);
    return decision(proceedings, alarms);
  }

  private static Decision decision(CaseProceedings proceedings, AlarmRound alarms) {
    return new Decision(
        proceedings.state(), proceedings.clocks().outcomes(), alarms.next().orElse(null));
  }

  private static void apply(CaseFact fact, CaseProceedings proceedings) {
    switch (fact) {
      case CaseFact.CustomerWrote wrote -> proceedings.customerWrote(wrote);
      case CaseFact.MessageRefused refused -> proceedings.messageRefused(refused);
      case CaseFact.AgentReplied replied -> proceedings.agentReplied(replied);
      case CaseFact.AnswerLost lost -> proceedings.answerLost(lost);
      case CaseFact.AnswerSent sent -> proceedings.answerSent(sent);
      case CaseFact.StatusChanged changed -> proceedings.statusChanged(changed);
      case CaseFact.PriorityChanged changed -> proceedings.priorityChanged(changed);
      case CaseFact.Classified classified -> proceedings.classified(classified);
      case CaseFact.EscalationAcknowledged taken -> proceedings.acknowledged(taken);
      case CaseFact.EscalationOvertaken overtaken -> proceedings.overtaken(overtaken);
      case CaseFact.Rebased rebased -> proceedings.rebased(rebased);
    }
  }

  private static boolean isFinal(CaseStatus status) {
    return switch (status) {
      case OPEN, PENDING, RESOLVED -> false;
      case CLOSED, MERGED, SPAM -> true;
    };
  }
}
