package io.casewire.sla.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.sla.escalation.LevelDraft;
import io.casewire.sla.policy.PolicyDraft;
import io.casewire.sla.policy.PolicyDraft.MatchDraft;
import io.casewire.sla.policy.PolicyDraft.TargetDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a supervisor defines it, which is also the form in which it is kept; the rules of its
 * values are {@link io.casewire.sla.policy.PolicySet}'s.
 *
 * @param when which cases it is for; all of them when absent
 * @param targets by metric: {@code firstResponse}, {@code nextResponse}, {@code resolution}
 * @param warnAt shares of the target ({@code 75%}) or durations before due
 * @param pauseOn {@code pending}, or nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Policy")
public record PolicyBody(
    @NotBlank String name,
    @Nullable @Valid MatchBody when,
    @NotBlank String calendar,
    @NotNull Map<String, TargetBody> targets,
    @Nullable List<String> warnAt,
    @Nullable List<@Valid LevelBody> escalation,
    @Nullable List<String> pauseOn) {

  /** Which cases a policy is for; what is absent or empty is no condition. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PolicyMatch")
  public record MatchBody(
      @Nullable List<String> categories,
      @Nullable List<String> languages,
      @Nullable List<String> channels,
      @Nullable List<String> priorities,
      @Nullable String minAssurance,
      @Nullable List<String> tags) {

    private MatchDraft draft() {
      return new MatchDraft(
          orEmpty(categories),
          orEmpty(languages),
          orEmpty(channels),
          orEmpty(priorities),
          minAssurance,
          orEmpty(tags));
    }
  }

  /**
   * A level of the escalation chain.
   *
   * @param after {@code 100%}, or a duration after the breach
   * @param to {@code owner}, {@code lead}, {@code supervisor}, {@code queue:<id>} or an agent's id
   * @param action {@code notify} (when absent), {@code reassign} or {@code raise-priority}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "EscalationLevel")
  public record LevelBody(
      @NotNull Integer level, @NotNull String after, @NotNull String to, @Nullable String action) {

    private LevelDraft draft() {
      return new LevelDraft(level, after, to, action);
    }
  }

  PolicyDraft draft() {
    return new PolicyDraft(
        name,
        when == null ? null : when.draft(),
        calendar,
        targets.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> draft(entry.getValue()))),
        orEmpty(warnAt),
        orEmpty(escalation).stream().map(LevelBody::draft).toList(),
        orEmpty(pauseOn));
  }

  private static TargetDraft draft(TargetBody target) {
    return new TargetDraft(target.duration(), target.hours());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
