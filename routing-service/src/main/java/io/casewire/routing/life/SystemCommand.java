package io.casewire.routing.life;

import io.casewire.events.Priority;
import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import java.util.UUID;

/** A command that no member of staff has given; {@link SystemMoves} decides it. */
public sealed interface SystemCommand {

  /**
   * The customer wrote.
   *
   * @param receivedAt when Casewire took the message; the reopen window is judged by it
   * @param automatic whether a machine wrote it: it stays on its case and moves nothing
   * @param intakeSeq the sequence of the event that brought it
   * @param owner what the owner, if there is one, can do about it
   */
  record TakeMessage(
      UUID messageId, Instant receivedAt, boolean automatic, long intakeSeq, OwnerState owner)
      implements SystemCommand {}

  /**
   * A pending case's timer rang.
   *
   * @param wakeAt the time it was set for; a timer of an earlier setting does nothing
   * @param owner what the owner, if there is one, can do about it
   */
  record WakeUp(Instant wakeAt, OwnerState owner) implements SystemCommand {}

  /**
   * A resolved case's timer rang.
   *
   * @param reopenUntil the end of the window it was set for; a timer of an earlier one does nothing
   */
  record PassReopenWindow(Instant reopenUntil) implements SystemCommand {}

  /**
   * The planner chose an owner. A person who was faster wins.
   *
   * @param queue the queue that was planned; if the case has left it, nothing happens
   */
  record AssignAsPlanned(String agentId, String queue) implements SystemCommand {}

  /**
   * The customer wants nothing more.
   *
   * @param intakeSeq the sequence of the event that said so
   */
  record CloseForCustomer(long intakeSeq) implements SystemCommand {}

  /**
   * An answer was suppressed, given up or came back: its customer knows nothing of it.
   *
   * @param reason the code of the notification that carried it
   * @param owner what the owner, if there is one, can do about it
   * @param at when that was heard of
   */
  record LoseAnswer(
      UUID messageId, UndeliveredOutcome outcome, String reason, OwnerState owner, Instant at)
      implements SystemCommand {}

  /** The owner can't work on the case any more. It goes back to its queue and keeps its turn. */
  record ReturnToQueue() implements SystemCommand {}

  /** An escalation hands the case to somebody. */
  record HandOver(String agentId) implements SystemCommand {}

  /** An escalation puts the case into a queue, without an owner. It keeps its turn. */
  record SendToQueue(String queue) implements SystemCommand {}

  /** An escalation raises the priority. The case stays in its queue. */
  record RaisePriority(Priority to, UUID escalationId) implements SystemCommand {}
}
