package io.casewire.testkit;

import java.util.Optional;

/** Bearer tokens of staff, from the issuer that {@link StackResource} started. */
public final class Tokens {

  private Tokens() {}

  /**
   * A token with which {@code agentId} acts in {@code role}: {@code agent}, {@code lead}, {@code
   * supervisor} or {@code admin}.
   *
   * @throws IllegalStateException when no {@link StackResource} was started in this JVM
   */
  public static String of(String agentId, String role) {
    return Optional.ofNullable(System.getProperty(SharedServers.ISSUER))
        .map(issuer -> new TokenRequest(issuer, agentId, role).send())
        .orElseThrow(() -> new IllegalStateException("Start a StackResource first"));
  }
}
