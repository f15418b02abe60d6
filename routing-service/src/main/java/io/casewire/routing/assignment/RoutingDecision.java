package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a case went to this agent: enough to answer the question years later.
 *
 * @param policyVersion the version of the queue's definition that was followed
 * @param chosen the agent; null only in the explanation of a case that goes on waiting
 * @param candidates the agents who were considered, the chosen one first, then a few of each reason
 * @param unlisted reason code to the number of further agents with that reason
 * @param tieBreak what decided between agents whom the strategy found equal; null when nothing had
 *     to
 */
public record RoutingDecision(
    UUID decisionId,
    Instant at,
    UUID caseId,
    Trigger trigger,
    String queue,
    long policyVersion,
    @Nullable String chosen,
    List<Candidate> candidates,
    Map<String, Integer> unlisted,
    @Nullable String tieBreak) {

  public RoutingDecision {
    candidates = List.copyOf(candidates);
    unlisted = Collections.unmodifiableMap(new TreeMap<>(unlisted));
  }

  /**
   * The record of an assignment that was not planned: by a person, by an escalation, or back to the
   * owner of a case that was reopened. Nobody else was considered.
   */
  public static RoutingDecision unplanned(
      UUID decisionId, Instant at, UUID caseId, Trigger trigger, Queue queue, AgentAtWork chosen) {
    Candidate candidate =
        new Candidate(chosen.id(), true, null, chosen.load(), chosen.agent().capacity());
    return new RoutingDecision(
        decisionId,
        at,
        caseId,
        trigger,
        queue.id(),
        queue.version(),
        chosen.id(),
        List.of(candidate),
        Map.of(),
        null);
  }

  /**
   * An agent as a decision found him.
   *
   * @param eligible whether no rule kept him from taking the case
   * @param reason why he did not get it; null for the chosen one only
   * @param load units he held before the decision
   */
  public record Candidate(
      String agentId, boolean eligible, @Nullable Reason reason, int load, int capacity) {}

  /** The chosen agent, if there was one. */
  public Optional<String> chosenAgent() {
    return Optional.ofNullable(chosen);
  }
}
