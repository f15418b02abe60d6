package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.assignment.RoutingDecision.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A routing decision as it is kept and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionRecord(
    UUID decisionId,
    Instant at,
    UUID caseId,
    String trigger,
    String queue,
    long policyVersion,
    @Nullable String chosen,
    List<CandidateRecord> candidates,
    Map<String, Integer> unlisted,
    @Nullable String tieBreak) {

  /** The record of a decision. */
  public static DecisionRecord of(RoutingDecision decision) {
    return new DecisionRecord(
        decision.decisionId(),
        decision.at(),
        decision.caseId(),
        decision.trigger().wireName(),
        decision.queue(),
        decision.policyVersion(),
        decision.chosen(),
        decision.candidates().stream().map(CandidateRecord::of).toList(),
        decision.unlisted(),
        decision.tieBreak());
  }

  /** An agent as the decision found him; no reason for the chosen one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CandidateRecord(
      String agentId, boolean eligible, @Nullable String reason, int load, int capacity) {

    static CandidateRecord of(Candidate candidate) {
      return new CandidateRecord(
          candidate.agentId(),
          candidate.eligible(),
          candidate.reason() == null ? null : candidate.reason().code(),
          candidate.load(),
          candidate.capacity());
    }
  }
}
