package io.casewire.routing.life;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseStatus;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.life.LifeEvent.Assigned;
import io.casewire.routing.life.LifeEvent.Classified;
import io.casewire.routing.life.LifeEvent.NoteAdded;
import io.casewire.routing.life.LifeEvent.PriorityChanged;
import io.casewire.routing.life.LifeEvent.Queued;
import io.casewire.routing.life.LifeEvent.Replied;
import io.casewire.routing.life.Refusal.AgentOffline;
import io.casewire.routing.life.Refusal.BadWakeUp;
import io.casewire.routing.life.Refusal.IllegalMove;
import io.casewire.routing.life.Refusal.NotNow;
import io.casewire.routing.life.Refusal.NotPermitted;
import io.casewire.routing.life.StaffCommand.AddNote;
import io.casewire.routing.life.StaffCommand.Assign;
import io.casewire.routing.life.StaffCommand.Classify;
import io.casewire.routing.life.StaffCommand.Decline;
import io.casewire.routing.life.StaffCommand.Enqueue;
import io.casewire.routing.life.StaffCommand.Prioritize;
import io.casewire.routing.life.StaffCommand.Reply;
import io.casewire.routing.life.StaffCommand.SetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what comes of a command, by {@link LegalMoves}. Pure: equal state and command give an
 * equal decision.
 */
public final class CaseLife {

  private static final Set<CaseStatus> WITH_A_REPLY =
      Collections.unmodifiableSet(EnumSet.of(CaseStatus.PENDING, CaseStatus.RESOLVED));

  private final Duration reopenWindow;

  /**
   * @param reopenWindow how long a resolved case can be reopened by the customer
   */
  public CaseLife(Duration reopenWindow) {
    if (!reopenWindow.isPositive()) {
      throw new IllegalArgumentException("the reopen window must be longer than nothing");
    }
    this.reopenWindow = reopenWindow;
  }

  /**
   * What comes of the command. A member of staff is told first that he may not, then that it is not
   * the time.
   */
  public Decision decide(CaseState state, CaseCommand command) {
    return switch (command) {
      case SystemCommand c -> SystemMoves.decide(state, c);
      case StaffCommand c ->
          objection(state, c.act(), c.by())
              .<Decision>map(Decision.Refused::new)
              .orElseGet(() -> carryOut(state, c));
    };
  }

  /** What a member of staff may do with a case as it is. */
  public static Set<Act> open(CaseState state, Actor by) {
    Set<Act> open = EnumSet.allOf(Act.class);
    open.removeIf(act -> objection(state, act, by).isPresent());
    return open;
  }

  private static Optional<Refusal> objection(CaseState state, Act act, Actor by) {
    if (!act.right().isHeldBy(by, state.place())) {
      return Optional.of(new NotPermitted(act, act.right()));
    }
    if (!LegalMoves.of(state.status()).allows(act)) {
      return Optional.of(new NotNow(act, state.status(), LegalMoves.statusesFor(act)));
    }
    return Optional.empty();
  }

  private Decision carryOut(CaseState state, StaffCommand command) {
    return switch (command) {
      case Reply c -> reply(state, c);
      case SetStatus c -> setStatus(state, c);
      case Assign c -> assign(state, c);
      case Enqueue c -> new Steps(state).enqueue(c.queue(), UnassignReason.RETURNED).decision();
      case Decline _ ->
          new Steps(state).enqueue(state.place().queue(), UnassignReason.DECLINED).decision();
      case Classify c -> classify(state, c);
      case Prioritize c -> prioritize(state, c);
      case AddNote c -> Decision.of(new NoteAdded(c.noteId(), c.by().agentId()));
    };
  }

  private Decision reply(CaseState state, Reply reply) {
    CaseStatus then = reply.then();
    if (then != null && !WITH_A_REPLY.contains(then)) {
      return new Decision.Refused(new IllegalMove(state.status(), then, WITH_A_REPLY));
    }
    String agentId = reply.by().agentId();
    Steps steps = new Steps(state);
    if (state.place().isUnowned()) {
      steps.then(new Assigned(agentId, AssignmentReason.MANUAL));
    }
    steps.then(new Replied(reply.messageId(), agentId, then));
    if (then != null && then != state.status()) {
      steps.move(phase(then, null, reply.now()), StatusChangeReason.REPLY);
    }
    return steps.decision();
  }

  private Decision setStatus(CaseState state, SetStatus command) {
    Set<CaseStatus> moves = LegalMoves.of(state.status()).moves();
    if (!moves.contains(command.to())) {
      return new Decision.Refused(new IllegalMove(state.status(), command.to(), moves));
    }
    Instant wakeAt = command.wakeAt();
    if (wakeAt != null && command.to() != CaseStatus.PENDING) {
      return new Decision.Refused(new BadWakeUp("is for pending only"));
    }
    if (wakeAt != null && !wakeAt.isAfter(command.now())) {
      return new Decision.Refused(new BadWakeUp("must be in the future"));
    }
    Steps steps = new Steps(state);
    return command.to() == CaseStatus.OPEN
        ? steps.open(StatusChangeReason.AGENT, command.owner(), command.now()).decision()
        : steps
            .move(phase(command.to(), wakeAt, command.now()), StatusChangeReason.AGENT)
            .decision();
  }

  private static Decision assign(CaseState state, Assign command) {
    if (state.place().isOwnedBy(command.agentId())) {
      return Decision.nothing();
    }
    if (command.offline() && !command.force()) {
      return new Decision.Refused(new AgentOffline(command.agentId()));
    }
    return Decision.of(new Assigned(command.agentId(), AssignmentReason.MANUAL));
  }

  private static Decision classify(CaseState state, Classify command) {
    Label label = state.label().with(command.category(), command.language());
    if (label.equals(state.label())) {
      return Decision.nothing();
    }
    Classified event =
        new Classified(command.category(), command.language(), command.by().agentId());
    return requeue(new Steps(state).then(event), command.fittingQueue());
  }

  private static Decision prioritize(CaseState state, Prioritize command) {
    if (command.priority() == state.label().priority()) {
      return Decision.nothing();
    }
    PriorityChanged event = new PriorityChanged(state.label().priority(), command.priority(), null);
    return requeue(new Steps(state).then(event), command.fittingQueue());
  }

  /** A case that nobody owns moves to the queue that takes its kind; an owned one stays. */
  private static Decision requeue(Steps steps, String queue) {
    Place place = steps.state().place();
    boolean mayMove =
        place.isUnowned() && LegalMoves.of(steps.state().status()).allows(Act.ENQUEUE);
    if (mayMove && !place.queue().equals(queue)) {
      steps.then(new Queued(queue, place.waitingSince()));
    }
    return steps.decision();
  }

  private Phase phase(CaseStatus status, @Nullable Instant wakeAt, Instant now) {
    return Phase.of(status, now.plus(reopenWindow), wakeAt, false);
  }
}
