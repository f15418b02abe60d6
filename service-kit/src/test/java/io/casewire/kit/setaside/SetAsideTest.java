package io.casewire.kit.setaside;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.kit.Applied;
import io.casewire.kit.problem.Http;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class SetAsideTest {

  private static final String SUPERVISOR = Tokens.of("boss", "supervisor");

  @TestHTTPResource("/")
  URI root;

  @Inject Transactions transactions;
  @Inject SetAside setAside;
  @Inject Applied applied;

  private final String key = UUID.randomUUID().toString();

  @Test
  void an_item_is_listed_with_the_kind_of_its_failure_and_nothing_of_its_message() {
    // When
    fails(new IllegalStateException("4111 1111 1111 1111"));

    // Then
    JsonNode item = listed();
    assertAll(
        () -> assertEquals("test", item.get("queue").asText()),
        () -> assertEquals("IllegalStateException", item.get("reason").asText()),
        () -> assertEquals(1, item.get("failures").asInt()));
  }

  @Test
  void an_item_that_fails_again_is_the_same_item() {
    fails(new IllegalStateException());
    String id = listed().get("id").asText();

    fails(new IllegalArgumentException());

    JsonNode item = listed();
    assertAll(
        () -> assertEquals(id, item.get("id").asText()),
        () -> assertEquals("IllegalArgumentException", item.get("reason").asText()),
        () -> assertEquals(2, item.get("failures").asInt()));
  }

  @Test
  void a_retry_hands_the_item_to_its_queue() {
    fails(new IllegalStateException());
    String id = listed().get("id").asText();

    HttpResponse<String> answer = post("/api/v1/set-aside/" + id + "/retry", SUPERVISOR);

    assertEquals(200, answer.statusCode());
    assertEquals(false, Http.json(answer).get("stillSetAside").asBoolean());
    assertEquals(1, applied.to(key).size());
    assertEquals(404, post("/api/v1/set-aside/" + id + "/retry", SUPERVISOR).statusCode());
  }

  @Test
  void only_supervisors_see_and_retry() {
    fails(new IllegalStateException());
    String retry = "/api/v1/set-aside/" + listed().get("id").asText() + "/retry";

    assertAll(
        () -> assertEquals(403, get("/api/v1/set-aside", Tokens.of("lea", "lead")).statusCode()),
        () -> assertEquals(403, post(retry, Tokens.of("lea", "lead")).statusCode()));
  }

  @Test
  void the_list_of_a_queue_that_does_not_exist_is_bad_input() {
    assertEquals(400, get("/api/v1/set-aside?queue=nonsense", SUPERVISOR).statusCode());
  }

  private void fails(Throwable failure) {
    transactions
        .write(unitOfWork -> setAside.add(unitOfWork, TestQueue.NAME, key, failure))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private JsonNode listed() {
    JsonNode items =
        Http.json(get("/api/v1/set-aside?queue=test&limit=200", SUPERVISOR)).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> get(String path, String token) {
    return Http.answer(request(path, token).GET());
  }

  private HttpResponse<String> post(String path, String token) {
    return Http.answer(request(path, token).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + token);
  }

  /** Does what is retried. */
  @ApplicationScoped
  static class TestQueue implements WorkQueue {

    static final String NAME = "test";

    @Inject Transactions transactions;
    @Inject SetAside setAside;
    @Inject Applied applied;

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Uni<Void> retry(String key) {
      return transactions.write(
          unitOfWork ->
              applied
                  .note(unitOfWork, key, "retried")
                  .chain(() -> setAside.remove(unitOfWork, NAME, key))
                  .replaceWithVoid());
    }
  }
}
