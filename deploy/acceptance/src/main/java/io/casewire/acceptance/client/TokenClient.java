package io.casewire.acceptance.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Gets staff tokens from the local issuer. */
public final class TokenClient {

  private final Http http;
  private final URI issuer;

  public TokenClient(Http http, URI issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  /** A bearer token of this member of staff. */
  public String tokenOf(String agentId, String role) {
    HttpRequest request =
        HttpRequest.newBuilder(issuer.resolve("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_secret=local&client_id=%s&scope=%s"
                        .formatted(agentId, role)))
            .build();
    return Json.read(http.exchange(request).body()).get("access_token").asText();
  }
}
