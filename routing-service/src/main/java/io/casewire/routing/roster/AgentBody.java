package io.casewire.routing.roster;

import io.casewire.events.AgentRole;
import io.casewire.kit.redaction.Redactor;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.LanguageLevel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent as a supervisor defines him; the rules of the values are {@link Agent}'s.
 *
 * @param active false once he has left; true if absent
 */
record AgentBody(
    @NotBlank String name,
    @NotBlank String email,
    @NotNull AgentRole role,
    @Nullable List<@NotNull String> queues,
    @Nullable List<@NotNull String> skills,
    @Nullable Map<String, @NotNull String> languages,
    @NotNull Integer capacity,
    @Nullable Boolean active) {

  /** The agent under a name without secrets: customers read it. */
  Agent toAgent(String id, Redactor redactor) {
    return new Agent(
        id,
        0,
        redactor.redact(name).text(),
        email,
        role,
        set(queues),
        set(skills),
        levels(),
        capacity,
        active == null || active);
  }

  private Map<String, LanguageLevel> levels() {
    Map<String, LanguageLevel> levels = new HashMap<>();
    if (languages != null) {
      languages.forEach(
          (language, level) ->
              levels.put(language, WireNames.level("languages." + language, level)));
    }
    return levels;
  }

  private static Set<String> set(@Nullable List<String> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }
}
