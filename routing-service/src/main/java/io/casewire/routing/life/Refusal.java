package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import java.util.Set;

/** Why a command of a member of staff can't be carried out. */
public sealed interface Refusal {

  /**
   * The case can't move from this status to that one.
   *
   * @param allowed where the case can go from here, or with a reply
   */
  record IllegalMove(CaseStatus from, CaseStatus to, Set<CaseStatus> allowed) implements Refusal {}

  /**
   * The act is not for cases of this status.
   *
   * @param allowed the statuses that it is for
   */
  record NotNow(Act act, CaseStatus status, Set<CaseStatus> allowed) implements Refusal {}

  /**
   * The actor may not do this.
   *
   * @param needed the right that the actor lacks
   */
  record NotPermitted(Act act, Right needed) implements Refusal {}

  /** The agent is offline, and the command does not force it. */
  record AgentOffline(String agentId) implements Refusal {}

  /** No such agent works here. */
  record UnknownAgent(String agentId) implements Refusal {}

  /** There is no such queue. */
  record UnknownQueue(String queueId) implements Refusal {}

  /** A wake-up time is for pending only, and lies in the future. */
  record BadWakeUp(String reason) implements Refusal {}
}
