package io.casewire.kit.memory;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.problem.Http;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class RequestBytesTest {

  private static final String PATH = "/probe/bytes";
  private static final String MAIL = "message/rfc822";
  private static final byte[] LARGE = new byte[100 * 1024];

  @Inject ByteBudget budget;

  @TestHTTPResource("/")
  URI root;

  private Http http;
  private ByteBudget.Share others;

  @BeforeEach
  void open() {
    http = new Http(root);
    others = budget.share();
    eventually(() -> assertEquals(0, budget.taken()));
  }

  @AfterEach
  void giveBack() {
    others.close();
  }

  @Test
  void a_large_body_is_told_to_come_back_while_others_have_the_budget() {
    // Given
    others.tryTake(Long.MAX_VALUE);

    // When
    HttpResponse<String> answer = Http.answer(large());

    // Then
    assertRefused(answer);
    others.close();
    assertEquals(200, Http.answer(large()).statusCode());
  }

  @Test
  void a_large_body_that_announces_no_length_is_told_the_same() {
    // Given
    others.tryTake(Long.MAX_VALUE);

    // When
    HttpResponse<String> answer = Http.answer(http.postChunked(PATH, MAIL, LARGE));

    // Then
    assertRefused(answer);
    others.close();
    assertEquals(200, Http.answer(http.postChunked(PATH, MAIL, LARGE)).statusCode());
  }

  @Test
  void a_small_body_needs_no_share() {
    // Given
    others.tryTake(Long.MAX_VALUE);

    // Then
    assertEquals(200, Http.answer(http.post(PATH, MAIL, new byte[1000])).statusCode());
    assertEquals(200, Http.answer(http.postChunked(PATH, MAIL, new byte[1000])).statusCode());
  }

  @Test
  void every_answer_gives_the_share_back() {
    // When: taken, invalid, unknown, not permitted and too large
    Http.answer(large());
    Http.answer(http.post("/probe/questions", "application/json", LARGE));
    Http.answer(http.post("/nowhere", MAIL, LARGE));
    Http.answer(http.post("/probe/agents", MAIL, LARGE));
    Http.answer(http.post(PATH, MAIL, new byte[300 * 1024]));

    // Then
    eventually(() -> assertEquals(0, budget.taken()));
  }

  @Test
  void a_body_that_is_still_on_its_way_takes_nothing() throws IOException {
    try (Socket client = new Socket(root.getHost(), root.getPort())) {
      // Given
      client.getOutputStream().write(halfOfARequest());
      client.getOutputStream().flush();

      // When
      HttpResponse<String> answer = Http.answer(large());

      // Then
      assertEquals(200, answer.statusCode());
      eventually(() -> assertEquals(0, budget.taken()));
    }
  }

  private static byte[] halfOfARequest() {
    String request =
        "POST %s HTTP/1.1\r\nHost: test\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(PATH, MAIL, LARGE.length, "x".repeat(LARGE.length / 2));
    return request.getBytes(StandardCharsets.US_ASCII);
  }

  private HttpRequest.Builder large() {
    return http.post(PATH, MAIL, LARGE);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode());
    assertEquals("urn:casewire:problem:unavailable", Http.json(answer).path("type").asText());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertTrue(answer.body().contains("Too many large requests"));
  }
}
