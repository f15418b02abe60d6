package io.casewire.servers.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /token} (RFC 6749, 4.1.3 and 4.4). */
final class TokenEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TokenMint mint;
  private final SignInCodes codes;

  TokenEndpoint(TokenMint mint, SignInCodes codes) {
    this.mint = mint;
    this.codes = codes;
  }

  Reply handle(Request request) {
    if (!request.method().equals("POST")) {
      return Reply.text(405, "Use POST").with("Allow", "POST");
    }
    try {
      var client = ClientCredentials.of(request);
      return json(
          200,
          switch (required(request, "grant_type")) {
            case "client_credentials" -> clientCredentials(client, request);
            case "authorization_code" -> authorizationCode(client, request);
            default -> throw OAuthException.unsupportedGrantType();
          });
    } catch (OAuthException e) {
      return refusal(e);
    }
  }

  /** An agent's own program: the client is the agent. */
  private Map<String, Object> clientCredentials(ClientCredentials client, Request request) {
    client.requireSecret();
    if (!Staff.isAgentId(client.clientId())) {
      throw OAuthException.invalidClient();
    }
    var staff = new Staff(client.clientId(), role(request.form().getOrDefault("scope", "")));
    return answer(mint.accessToken(staff), staff);
  }

  private Map<String, Object> authorizationCode(ClientCredentials client, Request request) {
    client.requireSecretIfGiven();
    var signIn =
        codes.redeem(
            required(request, "code"),
            client.clientId(),
            required(request, "redirect_uri"),
            required(request, "code_verifier"));
    var answer = answer(mint.accessToken(signIn.staff()), signIn.staff());
    answer.put(
        "id_token", mint.idToken(signIn.staff(), client.clientId(), signIn.request().nonce()));
    return answer;
  }

  private static Role role(String scope) {
    return Arrays.stream(scope.strip().split("\\s+"))
        .filter(word -> !word.isEmpty() && !word.equals("openid"))
        .map(
            word ->
                Role.of(word)
                    .orElseThrow(
                        () ->
                            OAuthException.invalidScope(
                                "Not a role: use agent, lead, supervisor or admin")))
        .reduce(
            (one, other) -> {
              throw OAuthException.invalidScope("One role at a time");
            })
        .orElse(Role.AGENT);
  }

  private static Map<String, Object> answer(String accessToken, Staff staff) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("access_token", accessToken);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", TokenMint.LIFETIME.toSeconds());
    answer.put("scope", staff.role().wireName());
    return answer;
  }

  private static String required(Request request, String name) {
    var value = request.form().getOrDefault(name, "");
    if (value.isBlank()) {
      throw OAuthException.invalidRequest("Missing parameter " + name);
    }
    return value;
  }

  private static Reply refusal(OAuthException e) {
    var reply = json(e.status(), Map.of("error", e.error(), "error_description", e.getMessage()));
    return e.status() == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"casewire\"") : reply;
  }

  private static Reply json(int status, Map<String, Object> fields) {
    try {
      return Reply.json(status, JSON.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
