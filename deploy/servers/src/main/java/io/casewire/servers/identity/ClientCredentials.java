package io.casewire.servers.identity;

import io.casewire.servers.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who calls the token endpoint, from the form or from HTTP basic authentication (RFC 6749, 2.3.1).
 *
 * @param clientId the client
 * @param secret its secret, empty when none was given
 */
record ClientCredentials(String clientId, String secret) {

  private static final String SECRET = "local";
  private static final String BASIC = "Basic ";

  static ClientCredentials of(Request request) {
    var header = request.authorization();
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return ofBasic(header.substring(BASIC.length()).strip());
    }
    var clientId = request.form().getOrDefault("client_id", "");
    if (clientId.isBlank()) {
      throw OAuthException.invalidRequest("Missing parameter client_id");
    }
    return new ClientCredentials(clientId, request.form().getOrDefault("client_secret", ""));
  }

  void requireSecret() {
    if (!secret.equals(SECRET)) {
      throw OAuthException.invalidClient();
    }
  }

  /** A public client has no secret: its code verifier proves who it is. */
  void requireSecretIfGiven() {
    if (!secret.isEmpty()) {
      requireSecret();
    }
  }

  private static ClientCredentials ofBasic(String encoded) {
    try {
      var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      var colon = text.indexOf(':');
      if (colon < 1) {
        throw OAuthException.invalidClient();
      }
      return new ClientCredentials(
          formDecoded(text.substring(0, colon)), formDecoded(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw OAuthException.invalidClient();
    }
  }

  private static String formDecoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
