package io.casewire.routing.life;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody who decides about a case had seen it, as a sequence of another service's events.
 *
 * <p>The rule: a decision holds only for what its decider had seen. A reply answers the messages
 * that its writer had seen ({@code seenIntakeSeq}). An escalation acts on a case that is as its
 * decider had seen it ({@code seenRoutingSeq}).
 */
public record Sight(long upTo) {

  /** The sight that an event states; one that states none had seen all that there is. */
  public static Sight of(@Nullable Long sequence) {
    return new Sight(sequence == null ? Long.MAX_VALUE : sequence);
  }

  /** Whether the decider had seen the event with this sequence. */
  public boolean covers(long sequence) {
    return sequence <= upTo;
  }

  /**
   * Whether a decision about the urgency of a case is overtaken by this event. Notes, and what
   * customers send, change nothing in what an escalation is about.
   */
  public static boolean isOvertakenBy(LifeEvent event) {
    return switch (event) {
      case LifeEvent.StatusChanged _,
          LifeEvent.Assigned _,
          LifeEvent.Unassigned _,
          LifeEvent.Queued _,
          LifeEvent.Replied _,
          LifeEvent.Classified _,
          LifeEvent.PriorityChanged _ ->
          true;
      case LifeEvent.MessageTaken _,
          LifeEvent.MessageRefused _,
          LifeEvent.Heard _,
          LifeEvent.AnswerLost _,
          LifeEvent.NoteAdded _ ->
          false;
    };
  }
}
