package io.casewire.kit.identity;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.kit.problem.Http;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class BearerTest {

  private static final String MAIL_KEY = "mail-key";

  @TestHTTPResource("/")
  URI root;

  @Test
  void the_caller_is_who_the_token_says() {
    JsonNode caller = Http.json(get("/probe/agent", Tokens.of("zoe", "lead")));

    assertEquals("zoe", caller.get("agentId").asText());
    assertEquals("lead", caller.get("role").asText());
  }

  @Test
  void a_higher_role_includes_the_lower_ones() {
    assertAll(
        () -> assertEquals(200, status("/probe/agent", Tokens.of("zoe", "admin"))),
        () -> assertEquals(200, status("/probe/supervisor", Tokens.of("zoe", "admin"))),
        () -> assertEquals(200, status("/probe/supervisor", Tokens.of("zoe", "supervisor"))),
        () -> assertEquals(403, status("/probe/supervisor", Tokens.of("zoe", "lead"))),
        () -> assertEquals(403, status("/probe/supervisor", Tokens.of("zoe", "agent"))));
  }

  @Test
  void a_channel_is_known_by_its_key() {
    JsonNode channel = Http.json(get("/probe/channel", MAIL_KEY));

    assertEquals("mail", channel.get("name").asText());
    assertEquals(true, channel.get("trustedEnvelope").asBoolean());
  }

  @Test
  void a_channel_is_not_staff_and_staff_is_not_a_channel() {
    assertAll(
        () -> assertEquals(403, status("/probe/agent", MAIL_KEY)),
        () -> assertEquals(403, status("/probe/channel", Tokens.of("zoe", "admin"))),
        () -> assertEquals(401, status("/probe/channel", "mail-key2")));
  }

  @Test
  void an_endpoint_may_take_both() {
    assertEquals("zoe", get("/probe/agent-or-channel", Tokens.of("zoe", "agent")).body());
    assertEquals("phone", get("/probe/agent-or-channel", "phone-key").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER "})
  void the_scheme_is_known_in_any_case(String scheme) {
    assertAll(
        () -> assertEquals(200, get("/probe/channel", scheme, MAIL_KEY).statusCode()),
        () ->
            assertEquals(200, get("/probe/agent", scheme, Tokens.of("zoe", "agent")).statusCode()));
  }

  @Test
  void a_public_endpoint_takes_any_token() {
    assertEquals(200, status("/probe/questions", "nonsense"));
  }

  private int status(String path, String token) {
    return get(path, token).statusCode();
  }

  private HttpResponse<String> get(String path, String token) {
    return get(path, "Bearer ", token);
  }

  private HttpResponse<String> get(String path, String scheme, String token) {
    return Http.answer(new Http(root).get(path).header("Authorization", scheme + token));
  }
}
