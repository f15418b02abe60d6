package io.casewire.kit.identity;

import io.casewire.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * A member of staff who calls.
 *
 * @param agentId the {@code sub} of the token
 * @param role the highest role of the token
 */
public record Caller(String agentId, Role role) {

  /**
   * The member of staff behind an identity.
   *
   * @throws Problem 403 if it is not one of staff
   */
  public static Caller of(SecurityIdentity identity) {
    return Role.highestOf(identity.getRoles())
        .map(role -> new Caller(identity.getPrincipal().getName(), role))
        .orElseThrow(() -> Problem.forbidden("Only members of staff may do this."));
  }

  /** Whether this caller may do what the given role may. */
  public boolean isAtLeast(Role required) {
    return role.compareTo(required) >= 0;
  }
}
