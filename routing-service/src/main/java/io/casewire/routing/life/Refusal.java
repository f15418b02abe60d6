package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import java.util.Set;

/** Why a member of staff can't have what he wants. */
public sealed interface Refusal {

  /**
   * There is no way from here to there.
   *
   * @param allowed where the case can go from here, or with a reply
   */
  record IllegalMove(CaseStatus from, CaseStatus to, Set<CaseStatus> allowed) implements Refusal {}

  /**
   * It can't be done with a case of this status.
   *
   * @param allowed the statuses in which it can
   */
  record NotNow(Act act, CaseStatus status, Set<CaseStatus> allowed) implements Refusal {}

  /**
   * He may not.
   *
   * @param needed who may
   */
  record NotPermitted(Act act, Right needed) implements Refusal {}

  /** The agent is offline, and it was not forced. */
  record AgentOffline(String agentId) implements Refusal {}

  /** A wake-up time is for pending only, and lies in the future. */
  record BadWakeUp(String reason) implements Refusal {}
}
