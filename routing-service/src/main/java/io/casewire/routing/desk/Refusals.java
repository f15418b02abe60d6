package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.routing.life.Refusal;
import io.casewire.routing.life.Right;
import java.util.List;
import java.util.Set;

/** Tells clients why a command was refused. */
final class Refusals {

  private static final String ALLOWED = "allowed";

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.IllegalMove e ->
          Problem.conflict(
                  "illegal-transition",
                  "The case can't be moved there",
                  "From %s there is no way to %s."
                      .formatted(e.from().wireName(), e.to().wireName()))
              .withMember(ALLOWED, names(e.allowed()));
      case Refusal.NotNow e ->
          Problem.conflict(
                  "not-in-this-status",
                  "This can't be done with a case of this status",
                  "The case is %s.".formatted(e.status().wireName()))
              .withMember(ALLOWED, names(e.allowed()));
      case Refusal.NotPermitted e -> Problem.forbidden(holdersOf(e.needed()));
      case Refusal.AgentOffline _ ->
          Problem.conflict(
              "agent-offline",
              "The agent is offline",
              "Send \"force\": true to assign it all the same.");
      case Refusal.UnknownAgent _ -> unknown("agentId", "there is no such agent");
      case Refusal.UnknownQueue _ -> unknown("queueId", "there is no such queue");
      case Refusal.BadWakeUp e -> Problem.invalid("wakeAt", e.reason());
    };
  }

  private static Problem unknown(String field, String reason) {
    return Problem.unprocessable(List.of(new Violation(field, reason)));
  }

  private static String holdersOf(Right right) {
    return switch (right) {
      case SEE -> "Only the owner of the case and the staff of its queue may do this.";
      case WORK -> "The case has another owner; that agent or a lead may do this.";
      case LEAD -> "Only a lead of the case's queue may do this.";
      case OWN -> "Only the owner of the case may do this.";
    };
  }

  private static List<String> names(Set<CaseStatus> statuses) {
    return statuses.stream().map(CaseStatus::wireName).toList();
  }
}
