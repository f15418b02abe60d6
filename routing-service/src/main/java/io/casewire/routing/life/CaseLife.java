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
import io.casewire.routing.life.Refusal.UnknownAgent;
import io.casewire.routing.life.Refusal.UnknownQueue;
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
 * Decides the commands of staff, by {@link LegalMoves}. Pure: equal state, command and
 * circumstances give an equal decision.
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

  /** Decides a command. A missing right is refused before an illegal status. */
  public Decision decide(CaseState state, StaffCommand command, Circumstances given) {
    Act act = command.act(given.by().agentId());
    return objection(state, act, given.by())
        .<Decision>map(Decision.Refused::new)
        .orElseGet(() -> carryOut(state, command, given));
  }

  /** The acts that are open to a member of staff with a case as it is. */
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

  private Decision carryOut(CaseState state, StaffCommand command, Circumstances given) {
    String actorId = given.by().agentId();
    return switch (command) {
      case Reply c -> reply(state, c, given);
      case AddNote c -> Decision.of(new NoteAdded(c.noteId(), actorId, c.text()));
      case SetStatus c -> setStatus(state, c, given);
      case Assign c -> assign(state, c, given);
      case Enqueue c ->
          given.hasQueue(c.queueId())
              ? new Steps(state).enqueue(c.queueId(), UnassignReason.RETURNED).decision()
              : new Decision.Refused(new UnknownQueue(c.queueId()));
      case Decline _ ->
          new Steps(state).enqueue(state.place().queue(), UnassignReason.DECLINED).decision();
      case Classify c ->
          relabel(
              state,
              state.label().with(c.category(), c.language()),
              new Classified(c.category(), c.language(), actorId),
              given);
      case Prioritize c ->
          relabel(
              state,
              state.label().with(c.priority()),
              new PriorityChanged(state.label().priority(), c.priority(), null),
              given);
    };
  }

  private Decision reply(CaseState state, Reply reply, Circumstances given) {
    CaseStatus then = reply.then();
    if (then != null && !WITH_A_REPLY.contains(then)) {
      return new Decision.Refused(new IllegalMove(state.status(), then, WITH_A_REPLY));
    }
    String actorId = given.by().agentId();
    Steps steps = new Steps(state);
    if (state.place().isUnowned()) {
      steps.then(new Assigned(actorId, AssignmentReason.MANUAL));
    }
    steps.then(new Replied(reply.messageId(), actorId, reply.text(), then));
    if (then != null && then != state.status()) {
      steps.move(phase(then, null, given.now()), StatusChangeReason.REPLY);
    }
    return steps.decision();
  }

  private Decision setStatus(CaseState state, SetStatus command, Circumstances given) {
    Set<CaseStatus> moves = LegalMoves.of(state.status()).moves();
    if (!moves.contains(command.to())) {
      return new Decision.Refused(new IllegalMove(state.status(), command.to(), moves));
    }
    Instant wakeAt = command.wakeAt();
    if (wakeAt != null && command.to() != CaseStatus.PENDING) {
      return new Decision.Refused(new BadWakeUp("is for pending only"));
    }
    if (wakeAt != null && !wakeAt.isAfter(given.now())) {
      return new Decision.Refused(new BadWakeUp("must be in the future"));
    }
    Steps steps = new Steps(state);
    return command.to() == CaseStatus.OPEN
        ? steps.open(StatusChangeReason.AGENT, given.owner(), given.now()).decision()
        : steps.move(phase(command.to(), wakeAt, given.now()), StatusChangeReason.AGENT).decision();
  }

  private static Decision assign(CaseState state, Assign command, Circumstances given) {
    if (given.agent(command.agentId()).isEmpty()) {
      return new Decision.Refused(new UnknownAgent(command.agentId()));
    }
    if (state.place().isOwnedBy(command.agentId())) {
      return Decision.nothing();
    }
    if (given.isOffline(command.agentId()) && !command.force()) {
      return new Decision.Refused(new AgentOffline(command.agentId()));
    }
    return Decision.of(new Assigned(command.agentId(), AssignmentReason.MANUAL));
  }

  /** A case without an owner moves to the queue that takes its new kind; an owned one stays. */
  private static Decision relabel(
      CaseState state, Label label, LifeEvent event, Circumstances given) {
    if (label.equals(state.label())) {
      return Decision.nothing();
    }
    Steps steps = new Steps(state).then(event);
    Place place = steps.state().place();
    String queue = given.queueFor(label);
    boolean mayMove = place.isUnowned() && LegalMoves.of(state.status()).allows(Act.ENQUEUE);
    return mayMove && !place.queue().equals(queue)
        ? steps.then(new Queued(queue, place.waitingSince())).decision()
        : steps.decision();
  }

  private Phase phase(CaseStatus status, @Nullable Instant wakeAt, Instant now) {
    return Phase.of(status, now.plus(reopenWindow), wakeAt, false);
  }
}
