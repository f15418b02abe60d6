package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import java.time.Instant;
import java.util.List;

/**
 * A version of the policies as it is shown.
 *
 * @param definedBy the agent's id; {@code system} for what came with the service
 */
public record PolicySetView(
    long version, List<PolicyBody> policies, Instant definedAt, String definedBy) {

  static PolicySetView of(DefinitionVersion stored, PolicySetBody body) {
    return new PolicySetView(
        stored.version(), body.policies(), stored.definedAt(), stored.definedBy());
  }
}
