package io.casewire.servers.identity;

import java.util.List;

/**
 * A member of the staff.
 *
 * @param agentId small letters, digits, dot, underscore and hyphen, at most 64
 * @param role one of {@link #ROLES}
 */
record Staff(String agentId, String role) {

  static final List<String> ROLES = List.of("agent", "lead", "supervisor", "admin");

  Staff {
    if (!isAgentId(agentId) || !ROLES.contains(role)) {
      throw new IllegalArgumentException("Not a member of the staff");
    }
  }

  static boolean isAgentId(String text) {
    return text.matches("[a-z0-9][a-z0-9._-]{0,63}");
  }
}
