package io.casewire.servers.identity;

/**
 * Who signed in.
 *
 * @param agentId small letters, digits, dot, underscore and hyphen, at most 64
 * @param role what he may do
 */
record Staff(String agentId, Role role) {

  Staff {
    if (!isAgentId(agentId)) {
      throw new IllegalArgumentException("Not an agent id");
    }
  }

  static boolean isAgentId(String text) {
    return text.matches("[a-z0-9][a-z0-9._-]{0,63}");
  }
}
