package io.casewire.routing.life;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.life.LifeEvent.AnswerLost;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.Heard;
import io.casewire.routing.life.LifeEvent.MessageRefused;
import io.casewire.routing.life.LifeEvent.MessageTaken;
import io.casewire.routing.life.LifeEvent.PriorityChanged;
import io.casewire.routing.life.SystemCommand.AssignAsPlanned;
import io.casewire.routing.life.SystemCommand.CloseForCustomer;
import io.casewire.routing.life.SystemCommand.HandOver;
import io.casewire.routing.life.SystemCommand.LoseAnswer;
import io.casewire.routing.life.SystemCommand.PassReopenWindow;
import io.casewire.routing.life.SystemCommand.RaisePriority;
import io.casewire.routing.life.SystemCommand.ReturnToQueue;
import io.casewire.routing.life.SystemCommand.SendToQueue;
import io.casewire.routing.life.SystemCommand.TakeMessage;
import io.casewire.routing.life.SystemCommand.WakeUp;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what messages, timers, the planner and escalations do to a case. Pure. None of these
 * commands is ever refused: a command that comes too late has no events.
 */
public final class SystemMoves {

  private SystemMoves() {}

  /** The events that follow from a command, in order. */
  public static List<LifeEvent> decide(CaseState state, SystemCommand command) {
    return switch (command) {
      case TakeMessage c -> takeMessage(state, c);
      case WakeUp c -> wakeUp(state, c);
      case PassReopenWindow c -> close(state, c);
      case AssignAsPlanned c -> assign(state, c);
      case CloseForCustomer c -> closeForCustomer(state, c);
      case LoseAnswer c -> loseAnswer(state, c);
      case ReturnToQueue _ -> returnToQueue(state);
      case HandOver c -> handOver(state, c);
      case SendToQueue c -> sendToQueue(state, c);
      case RaisePriority c -> raise(state, c);
    };
  }

  private static List<LifeEvent> takeMessage(CaseState state, TakeMessage message) {
    Steps taken = new Steps(state).then(new MessageTaken(message.messageId(), message.intakeSeq()));
    // A machine's mail must not open a case elsewhere, so it stays on the case that it came to.
    if (message.automatic()) {
      return taken.events();
    }
    return switch (LegalMoves.of(state.status()).arrival()) {
      case STAYS -> taken.events();
      case REOPENS -> reopen(taken, message);
      case REOPENS_IN_TIME ->
          isInTime(state.phase(), message) ? reopen(taken, message) : refuse(state, message);
      case REFUSED -> refuse(state, message);
    };
  }

  private static List<LifeEvent> reopen(Steps taken, TakeMessage message) {
    return taken
        .open(StatusChangeReason.CUSTOMER_MESSAGE, message.owner(), message.receivedAt())
        .events();
  }

  private static boolean isInTime(Phase phase, TakeMessage message) {
    return phase instanceof Phase.Resolved resolved
        && !message.receivedAt().isAfter(resolved.reopenUntil());
  }

  /** A resolved case whose window has passed is as good as closed, its timer is only late. */
  private static List<LifeEvent> refuse(CaseState state, TakeMessage message) {
    RefusalReason reason =
        switch (state.status()) {
          case MERGED -> RefusalReason.MERGED;
          case SPAM -> RefusalReason.SPAM;
          case OPEN, PENDING, RESOLVED, CLOSED -> RefusalReason.CLOSED;
        };
    return List.of(new MessageRefused(message.messageId(), reason, message.intakeSeq()));
  }

  private static List<LifeEvent> wakeUp(CaseState state, WakeUp timer) {
    return state.phase().equals(new Phase.Pending(timer.wakeAt()))
        ? new Steps(state).open(StatusChangeReason.WAKE_UP, timer.owner(), timer.wakeAt()).events()
        : List.of();
  }

  private static List<LifeEvent> close(CaseState state, PassReopenWindow timer) {
    return state.phase().equals(new Phase.Resolved(timer.reopenUntil()))
        ? new Steps(state)
            .move(
                new Phase.Ended(CaseStatus.CLOSED, false), StatusChangeReason.REOPEN_WINDOW_PASSED)
            .events()
        : List.of();
  }

  private static List<LifeEvent> closeForCustomer(CaseState state, CloseForCustomer command) {
    Steps steps = new Steps(state).then(new Heard(command.intakeSeq()));
    return LegalMoves.of(state.status()).closesForCustomer()
        ? steps.move(new Phase.Ended(CaseStatus.CLOSED, true), StatusChangeReason.CUSTOMER).events()
        : steps.events();
  }

  private static List<LifeEvent> assign(CaseState state, AssignAsPlanned plan) {
    boolean stillThere = state.isWaiting() && state.place().queue().equals(plan.queue());
    return stillThere
        ? List.of(new Assigned(plan.agentId(), AssignmentReason.CAPACITY))
        : List.of();
  }

  private static List<LifeEvent> handOver(CaseState state, HandOver order) {
    boolean done = state.place().isOwnedBy(order.agentId());
    return done || !state.isUnderWay()
        ? List.of()
        : List.of(new Assigned(order.agentId(), AssignmentReason.ESCALATION));
  }

  private static List<LifeEvent> sendToQueue(CaseState state, SendToQueue order) {
    return state.isUnderWay()
        ? new Steps(state).enqueue(order.queue(), UnassignReason.ESCALATED).events()
        : List.of();
  }

  private static List<LifeEvent> raise(CaseState state, RaisePriority order) {
    boolean higher = order.to().compareTo(state.label().priority()) < 0;
    return higher && state.isUnderWay()
        ? List.of(new PriorityChanged(state.label().priority(), order.to(), order.escalationId()))
        : List.of();
  }

  private static List<LifeEvent> returnToQueue(CaseState state) {
    return state.isUnderWay()
        ? new Steps(state).enqueue(state.place().queue(), UnassignReason.WORK_LOST).events()
        : List.of();
  }

  /** The first event names the owner who is left after all others: that agent is told. */
  private static List<LifeEvent> loseAnswer(CaseState state, LoseAnswer loss) {
    Steps steps = new Steps(state);
    if (reopens(state)) {
      steps.open(StatusChangeReason.ANSWER_UNDELIVERED, loss.owner(), loss.at());
    } else if (state.status() == CaseStatus.OPEN && loss.owner() == OwnerState.GONE) {
      steps.enqueue(state.place().queue(), UnassignReason.OWNER_UNAVAILABLE);
    }
    List<LifeEvent> events = new ArrayList<>();
    events.add(
        new AnswerLost(loss.messageId(), loss.outcome(), loss.reason(), steps.state().owner()));
    events.addAll(steps.events());
    return events;
  }

  /** A customer who has closed the case waits for no answer. */
  private static boolean reopens(CaseState state) {
    boolean customerIsDone = state.phase() instanceof Phase.Ended ended && ended.byCustomer();
    return LegalMoves.of(state.status()).reopensForLostAnswer() && !customerIsDone;
  }
}
