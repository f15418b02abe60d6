package io.casewire.servers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.servers.FreePort;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {

  // The pair of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String REDIRECT = "http://127.0.0.1:8082/desk";
  private static final Map<String, String> SIGN_IN =
      Map.of(
          "response_type", "code",
          "client_id", "casewire-desk",
          "redirect_uri", REDIRECT,
          "code_challenge", CHALLENGE,
          "code_challenge_method", "S256",
          "state", "a&b",
          "nonce", "n-1");

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "grant_type", "client_credentials",
          "client_id", "zoe",
          "client_secret", "local",
          "scope", "lead");

  // Shared, because making the key takes longer than all the rest.
  @TempDir private static Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private TokenIssuer issuer;

  @BeforeEach
  void start() {
    issuer = TokenIssuer.start(directory);
  }

  @AfterEach
  void stop() {
    issuer.close();
    client.close();
  }

  @Test
  void an_agent_gets_a_token_for_his_id_and_role() throws Exception {
    // When
    var answer = post("/token", CREDENTIALS);

    // Then
    var claims = verified(json(answer).get("access_token").asText(), "casewire");
    assertEquals("zoe", claims.getSubject());
    assertEquals("zoe", claims.getStringClaimValue("upn"));
    assertEquals(List.of("lead"), claims.getStringListClaimValue("groups"));
    assertEquals(Duration.ofHours(12).toSeconds(), json(answer).get("expires_in").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "client_credentials, zoe, wrong, agent, 401, invalid_client",
    "client_credentials, Zoë, local, agent, 401, invalid_client",
    "client_credentials, zoe, local, king,  400, invalid_scope",
    "client_credentials, zoe, local, agent lead, 400, invalid_scope",
    "password,           zoe, local, agent, 400, unsupported_grant_type",
    "'',                 zoe, local, agent, 400, invalid_request",
    "client_credentials, '',  local, agent, 400, invalid_request",
    "authorization_code, zoe, local, agent, 400, invalid_request"
  })
  void a_bad_token_request_is_refused_as_rfc_6749_says(
      String grant, String clientId, String secret, String scope, int status, String error)
      throws Exception {
    // When
    var answer =
        post(
            "/token",
            Map.of(
                "grant_type", grant,
                "client_id", clientId,
                "client_secret", secret,
                "scope", scope));

    // Then
    assertEquals(status, answer.statusCode());
    assertEquals(error, json(answer).get("error").asText());
  }

  @Test
  void tokens_stay_valid_over_a_restart() throws Exception {
    // Given
    var token = json(post("/token", CREDENTIALS)).get("access_token").asText();
    issuer.close();

    // When
    var port = URI.create(issuer.address()).getPort();
    issuer = TokenIssuer.start(directory, port, Clock.systemUTC());

    // Then
    assertEquals("zoe", verified(token, "casewire").getSubject());
  }

  @Test
  void a_browser_signs_in_and_the_application_gets_its_tokens() throws Exception {
    // Given
    var location = signIn("zoe", "supervisor");
    assertTrue(location.startsWith(REDIRECT + "?code="), location);
    assertTrue(location.endsWith("&state=a%26b"), location);

    // When
    var answer = post("/token", redemption(codeIn(location), VERIFIER));

    // Then
    var idToken = verified(json(answer).get("id_token").asText(), "casewire-desk");
    assertEquals("n-1", idToken.getStringClaimValue("nonce"));
    var accessToken = verified(json(answer).get("access_token").asText(), "casewire");
    assertEquals(List.of("supervisor"), accessToken.getStringListClaimValue("groups"));
  }

  @Test
  void a_code_works_once() throws Exception {
    // Given
    var redemption = redemption(codeIn(signIn("zoe", "agent")), VERIFIER);
    assertEquals(200, post("/token", redemption).statusCode());

    // When
    var again = post("/token", redemption);

    // Then
    assertEquals("invalid_grant", json(again).get("error").asText());
  }

  @Test
  void a_code_without_its_verifier_is_worth_nothing() throws Exception {
    var answer = post("/token", redemption(codeIn(signIn("zoe", "agent")), "guessed"));

    assertEquals("invalid_grant", json(answer).get("error").asText());
  }

  @Test
  void a_code_does_not_outlive_its_minute() throws Exception {
    // Given
    var now = Instant.parse("2026-03-02T08:00:00Z");
    var clock = new AdjustableClock(now);
    issuer.close();
    issuer = TokenIssuer.start(directory, FreePort.next(), clock);
    var redemption = redemption(codeIn(signIn("zoe", "agent")), VERIFIER);

    // When
    clock.now = now.plusSeconds(60);

    // Then
    assertEquals("invalid_grant", json(post("/token", redemption)).get("error").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://127.0.0.1/",
        "http://127.0.0.1.example.com/",
        "http://127.0.0.1@example.com/",
        "http://user@127.0.0.1/",
        "javascript:alert(1)",
        "//localhost/",
        "http://local host/"
      })
  void a_browser_is_sent_to_this_machine_only(String redirectUri) throws Exception {
    var request = new HashMap<>(SIGN_IN);
    request.put("redirect_uri", redirectUri);

    assertEquals(400, get("/authorize?" + encode(request), "en").statusCode());
    assertEquals(
        400,
        get("/logout?" + encode(Map.of("post_logout_redirect_uri", redirectUri)), "en")
            .statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id", "redirect_uri", "code_challenge", "code_challenge_method"})
  void a_sign_in_needs_every_parameter(String missing) throws Exception {
    var request = new HashMap<>(SIGN_IN);
    request.remove(missing);

    assertEquals(400, get("/authorize?" + encode(request), "en").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"'zh-CN,zh;q=0.9', zh, 坐席编号", "'fr,en;q=0.5', en, Agent id"})
  void the_page_speaks_the_browsers_language(String header, String language, String label)
      throws Exception {
    var page = get("/authorize?" + encode(SIGN_IN), header).body();

    assertTrue(page.contains("<html lang=\"" + language + "\">"), page);
    assertTrue(page.contains(label), page);
  }

  @Test
  void what_was_typed_wrongly_comes_back_as_text_and_not_as_markup() throws Exception {
    var answer = submit("\"><script>alert(1)</script>", "agent");

    assertEquals(400, answer.statusCode());
    assertFalse(answer.body().contains("<script>"), answer.body());
    assertTrue(answer.body().contains("aria-invalid=\"true\""), answer.body());
  }

  @Test
  void the_discovery_document_names_the_issuer_and_its_keys() throws Exception {
    var metadata = json(get("/.well-known/openid-configuration", "en"));

    assertEquals(issuer.address(), metadata.get("issuer").asText());
    assertEquals(issuer.address() + "/jwks", metadata.get("jwks_uri").asText());
    assertFalse(get("/jwks", "en").body().contains("\"d\""));
  }

  private String signIn(String agentId, String role) throws Exception {
    return submit(agentId, role).headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> submit(String agentId, String role) throws Exception {
    return post("/authorize?" + encode(SIGN_IN), Map.of("agent_id", agentId, "role", role));
  }

  private static String codeIn(String location) {
    return location.replaceFirst(".*[?]code=([^&]+).*", "$1");
  }

  private static Map<String, String> redemption(String code, String verifier) {
    return Map.of(
        "grant_type", "authorization_code",
        "client_id", "casewire-desk",
        "code", code,
        "redirect_uri", REDIRECT,
        "code_verifier", verifier);
  }

  private JwtClaims verified(String token, String audience) throws Exception {
    var keys = new JsonWebKeySet(get("/jwks", "en").body()).getJsonWebKeys();
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
        .setExpectedIssuer(issuer.address())
        .setExpectedAudience(audience)
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }

  private HttpResponse<String> get(String path, String acceptLanguage) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(issuer.address() + path))
            .header("Accept-Language", acceptLanguage));
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(issuer.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static final class AdjustableClock extends Clock {

    private Instant now;

    AdjustableClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
