package io.casewire.routing.escalation;

import io.casewire.events.EscalationOutcome;
import io.casewire.events.Priority;
import java.util.List;

/**
 * How an escalation ends.
 *
 * @param effect what is done to the case
 * @param recipients ids of the agents to alert; empty unless the outcome is done
 */
public record Resolution(Effect effect, List<String> recipients, EscalationOutcome outcome) {

  /** The escalation was overtaken: nothing is done, nobody is told. */
  static final Resolution OBSOLETE =
      new Resolution(new Effect.None(), List.of(), EscalationOutcome.OBSOLETE);

  public Resolution {
    recipients = List.copyOf(recipients);
  }

  /** What an escalation does to its case. */
  public sealed interface Effect {

    /** Nothing but the alert. */
    record None() implements Effect {}

    /** It goes to this agent, whatever he holds. */
    record HandOver(String agentId) implements Effect {}

    /** It goes into this queue, without an owner. */
    record SendToQueue(String queueId) implements Effect {}

    /** It becomes more urgent. */
    record RaisePriority(Priority to) implements Effect {}
  }
}
