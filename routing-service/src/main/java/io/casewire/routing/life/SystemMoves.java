package io.casewire.routing.life;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.life.LifeEvent.AnswerLost;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.Heard;
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

/** What messages, timers, the planner and escalations do to a case. */
final class SystemMoves {

  private SystemMoves() {}

  static Decision decide(CaseState state, SystemCommand command) {
    return switch (command) {
      case TakeMessage c -> MessageArrival.decide(state, c);
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

  private static Decision wakeUp(CaseState state, WakeUp timer) {
    if (!state.phase().equals(new Phase.Pending(timer.wakeAt()))) {
      return Decision.nothing();
    }
    return new Steps(state)
        .open(StatusChangeReason.WAKE_UP, timer.owner(), timer.wakeAt())
        .decision();
  }

  private static Decision close(CaseState state, PassReopenWindow timer) {
    if (!state.phase().equals(new Phase.Resolved(timer.reopenUntil()))) {
      return Decision.nothing();
    }
    return new Steps(state)
        .move(new Phase.Ended(CaseStatus.CLOSED, false), StatusChangeReason.REOPEN_WINDOW_PASSED)
        .decision();
  }

  private static Decision closeForCustomer(CaseState state, CloseForCustomer wish) {
    Steps steps = new Steps(state).then(new Heard(wish.intakeSeq()));
    return LegalMoves.of(state.status()).closesForCustomer()
        ? steps
            .move(new Phase.Ended(CaseStatus.CLOSED, true), StatusChangeReason.CUSTOMER)
            .decision()
        : steps.decision();
  }

  private static Decision assign(CaseState state, AssignAsPlanned plan) {
    boolean stillThere = state.isWaiting() && state.place().queue().equals(plan.queue());
    return stillThere
        ? Decision.of(new Assigned(plan.agentId(), AssignmentReason.CAPACITY))
        : Decision.nothing();
  }

  private static Decision handOver(CaseState state, HandOver order) {
    boolean done = state.place().isOwnedBy(order.agentId());
    return done || !state.isUnderWay()
        ? Decision.nothing()
        : Decision.of(new Assigned(order.agentId(), AssignmentReason.ESCALATION));
  }

  private static Decision sendToQueue(CaseState state, SendToQueue order) {
    return state.isUnderWay()
        ? new Steps(state).enqueue(order.queue(), UnassignReason.ESCALATED).decision()
        : Decision.nothing();
  }

  private static Decision raise(CaseState state, RaisePriority order) {
    boolean higher = order.to().compareTo(state.label().priority()) < 0;
    return higher && state.isUnderWay()
        ? Decision.of(
            new PriorityChanged(state.label().priority(), order.to(), order.escalationId()))
        : Decision.nothing();
  }

  private static Decision returnToQueue(CaseState state) {
    return state.isUnderWay()
        ? new Steps(state).enqueue(state.place().queue(), UnassignReason.WORK_LOST).decision()
        : Decision.nothing();
  }

  /** The event names the owner who is left when all is done: that agent is told. */
  private static Decision loseAnswer(CaseState state, LoseAnswer loss) {
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
    return new Decision.Accepted(events);
  }

  /** A customer who has closed the case waits for no answer. */
  private static boolean reopens(CaseState state) {
    boolean customerIsDone = state.phase() instanceof Phase.Ended ended && ended.byCustomer();
    return LegalMoves.of(state.status()).reopensForLostAnswer() && !customerIsDone;
  }
}
