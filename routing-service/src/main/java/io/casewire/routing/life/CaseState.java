package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.routing.life.LifeEvent.AnswerLost;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.Classified;
import io.casewire.routing.life.LifeEvent.Heard;
import io.casewire.routing.life.LifeEvent.MessageRefused;
import io.casewire.routing.life.LifeEvent.MessageTaken;
import io.casewire.routing.life.LifeEvent.NoteAdded;
import io.casewire.routing.life.LifeEvent.PriorityChanged;
import io.casewire.routing.life.LifeEvent.Queued;
import io.casewire.routing.life.LifeEvent.Replied;
import io.casewire.routing.life.LifeEvent.StatusChanged;
import io.casewire.routing.life.LifeEvent.Unassigned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what may happen to a case next. It is the fold of the events of its life.
 *
 * @param reopenCount how often it came back after it was resolved or closed
 */
public record CaseState(Phase phase, Place place, Label label, Reading reading, int reopenCount) {

  /**
   * A case that a customer has just opened and that nobody owns.
   *
   * @param openedAt when intake received it: its turn begins there
   * @param intakeSeq the sequence of the event that opened it
   */
  public static CaseState opened(String queue, Instant openedAt, Label label, long intakeSeq) {
    return new CaseState(
        new Phase.Open(), new Place(null, queue, openedAt), label, new Reading(intakeSeq, 0), 0);
  }

  /** Where it is in its life. */
  public CaseStatus status() {
    return phase.status();
  }

  /** The agent who owns it; null when nobody does. */
  public @Nullable String owner() {
    return place.owner();
  }

  /** Whether somebody still has to do something about it, or waits for the customer to. */
  public boolean isUnderWay() {
    return status() == CaseStatus.OPEN || status() == CaseStatus.PENDING;
  }

  /** Whether it is to be assigned: open, and nobody owns it. */
  public boolean isWaiting() {
    return status() == CaseStatus.OPEN && place.isUnowned();
  }

  /**
   * Whether it counts towards its owner's load. A pending case does not; when it opens again it
   * counts whether there is room or not, and keeps new cases away from him instead.
   */
  public boolean occupiesItsOwner() {
    return status() == CaseStatus.OPEN && !place.isUnowned();
  }

  /** The same case after something that intake published about it and that moves nothing. */
  public CaseState seen(long intakeSeq) {
    return with(reading.upTo(intakeSeq));
  }

  /** The case after these events, in this order. */
  public CaseState after(List<LifeEvent> events) {
    CaseState state = this;
    for (LifeEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  private CaseState apply(LifeEvent event) {
    return switch (event) {
      case MessageTaken e -> seen(e.intakeSeq());
      case MessageRefused e -> seen(e.intakeSeq());
      case Heard e -> seen(e.intakeSeq());
      case StatusChanged e -> moved(e);
      case Assigned e -> with(place.ownedBy(e.agentId()));
      case Unassigned _ -> with(place.ownedBy(null));
      case Queued e -> with(place.queued(e.queue(), e.waitingSince()));
      case Replied _ -> with(reading.replied());
      case AnswerLost _, NoteAdded _ -> this;
      case Classified e -> with(label.with(e.category(), e.language()));
      case PriorityChanged e -> with(label.with(e.to()));
    };
  }

  private CaseState moved(StatusChanged event) {
    boolean wasDone = event.from() == CaseStatus.RESOLVED || event.from() == CaseStatus.CLOSED;
    boolean cameBack = wasDone && !(event.to() instanceof Phase.Ended);
    return new CaseState(event.to(), place, label, reading, reopenCount + (cameBack ? 1 : 0));
  }

  private CaseState with(Place newPlace) {
    return new CaseState(phase, newPlace, label, reading, reopenCount);
  }

  private CaseState with(Label newLabel) {
    return new CaseState(phase, place, newLabel, reading, reopenCount);
  }

  private CaseState with(Reading newReading) {
    return new CaseState(phase, place, label, newReading, reopenCount);
  }
}
