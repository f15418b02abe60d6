package io.casewire.testkit;

import io.restassured.RestAssured;
import java.util.Map;
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
        .map(issuer -> ask(issuer, agentId, role))
        .orElseThrow(() -> new IllegalStateException("Start a StackResource first"));
  }

  /** Over HTTP, because the issuer lives in another class loader than the test. */
  private static String ask(String issuer, String agentId, String role) {
    var answer =
        RestAssured.given()
            .formParams(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_secret",
                    "local",
                    "client_id",
                    agentId,
                    "scope",
                    role))
            .post(issuer + "/token");
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException("No token: " + answer.asString());
    }
    return answer.path("access_token");
  }
}
