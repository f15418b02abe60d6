package io.casewire.sla.policy;

import io.casewire.sla.escalation.LevelDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody sent it; nothing in it is checked yet, lists may even hold nulls.
 *
 * @param when which cases it is for; all of them when absent
 * @param targets by the metric's name
 * @param warnAt {@code 75%}, or an ISO 8601 duration before due
 */
public record PolicyDraft(
    @Nullable String name,
    @Nullable MatchDraft when,
    @Nullable String calendar,
    Map<String, TargetDraft> targets,
    List<String> warnAt,
    List<LevelDraft> escalation,
    List<String> pauseOn) {

  /** Which cases the policy is for; an empty list is for all. */
  public record MatchDraft(
      List<String> categories,
      List<String> languages,
      List<String> channels,
      List<String> priorities,
      @Nullable String minAssurance,
      List<String> tags) {}

  /**
   * A target; the short form, a duration alone, has no {@code hours}.
   *
   * @param hours {@code business} when absent
   */
  public record TargetDraft(@Nullable String duration, @Nullable String hours) {}
}
