package io.casewire.servers.identity;

import com.sun.net.httpserver.HttpHandler;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /token} (RFC 6749, 4.1.3 and 4.4). */
final class TokenEndpoint {

  private static final String SECRET = "local";

  private final TokenSigner signer;
  private final SignInCodes codes;

  TokenEndpoint(TokenSigner signer, SignInCodes codes) {
    this.signer = signer;
    this.codes = codes;
  }

  HttpHandler handle(Request request) {
    if (!request.method().equals("POST")) {
      return Reply.text(405, "Use POST", "Allow", "POST");
    }
    try {
      var client = Client.of(request);
      return Reply.json(
          200,
          switch (required(request, "grant_type")) {
            case "client_credentials" -> clientCredentials(client, request);
            case "authorization_code" -> authorizationCode(client, request);
            default ->
                throw new Refusal(
                    "unsupported_grant_type", "Use client_credentials or authorization_code");
          });
    } catch (Refusal e) {
      var body = Map.of("error", e.error, "error_description", e.getMessage());
      return e.error.equals(Refusal.INVALID_CLIENT)
          ? Reply.json(401, body, "WWW-Authenticate", "Basic realm=\"casewire\"")
          : Reply.json(400, body);
    }
  }

  /** An agent's own program: the client is the agent. */
  private Map<String, Object> clientCredentials(Client client, Request request) {
    if (!client.secret().equals(SECRET) || !Staff.isAgentId(client.id())) {
      throw Refusal.invalidClient();
    }
    return answer(new Staff(client.id(), role(request.form().getOrDefault("scope", ""))));
  }

  /** A public client has no secret: its code verifier proves that the code is its own. */
  private Map<String, Object> authorizationCode(Client client, Request request) {
    if (!client.secret().isEmpty() && !client.secret().equals(SECRET)) {
      throw Refusal.invalidClient();
    }
    var signIn =
        codes
            .redeem(
                required(request, "code"),
                client.id(),
                required(request, "redirect_uri"),
                required(request, "code_verifier"))
            .orElseThrow(
                () ->
                    new Refusal(
                        "invalid_grant", "The code is unknown, used, too old or not yours"));
    var answer = answer(signIn.staff());
    var nonce = Optional.ofNullable(signIn.request().nonce());
    answer.put(
        "id_token",
        signer.token(
            signIn.staff(),
            client.id(),
            nonce.map(text -> Map.of("nonce", text)).orElse(Map.of())));
    return answer;
  }

  private static String role(String scope) {
    var roles =
        Arrays.stream(scope.strip().split("\\s+"))
            .filter(word -> !word.isEmpty() && !word.equals("openid"))
            .toList();
    if (roles.size() > 1 || !Staff.ROLES.containsAll(roles)) {
      throw new Refusal("invalid_scope", "Name one role: agent, lead, supervisor or admin");
    }
    return roles.isEmpty() ? "agent" : roles.getFirst();
  }

  private Map<String, Object> answer(Staff staff) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("access_token", signer.token(staff, TokenSigner.AUDIENCE, Map.of()));
    answer.put("token_type", "Bearer");
    answer.put("expires_in", TokenSigner.LIFETIME.toSeconds());
    answer.put("scope", staff.role());
    return answer;
  }

  private static String required(Request request, String name) {
    var value = request.form().getOrDefault(name, "");
    if (value.isBlank()) {
      throw new Refusal("invalid_request", "Missing parameter " + name);
    }
    return value;
  }

  /**
   * The client as it names itself in the form or by HTTP basic authentication (RFC 6749, 2.3.1).
   *
   * @param secret empty when none was given
   */
  private record Client(String id, String secret) {

    private static final String BASIC = "Basic ";

    static Client of(Request request) {
      var header = request.header("Authorization");
      if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
        return new Client(
            required(request, "client_id"), request.form().getOrDefault("client_secret", ""));
      }
      try {
        var encoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
        var parts = new String(encoded, StandardCharsets.UTF_8).split(":", 2);
        if (parts.length == 2 && !parts[0].isEmpty()) {
          return new Client(decoded(parts[0]), decoded(parts[1]));
        }
        throw Refusal.invalidClient();
      } catch (IllegalArgumentException e) {
        throw Refusal.invalidClient();
      }
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  /** A refusal as RFC 6749, 5.2 writes it: a code for programs and a description for people. */
  private static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID_CLIENT = "invalid_client";

    private final String error;

    Refusal(String error, String description) {
      super(description);
      this.error = error;
    }

    static Refusal invalidClient() {
      return new Refusal(INVALID_CLIENT, "Unknown client or wrong client_secret");
    }
  }
}
