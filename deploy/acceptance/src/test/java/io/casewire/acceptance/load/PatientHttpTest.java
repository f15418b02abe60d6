package io.casewire.acceptance.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.acceptance.client.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientHttpTest {

  private static final PatientHttp.Post POST =
      new PatientHttp.Post("/api/v1/requests", "key", "once", "{}");

  private final List<Integer> answers = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_client_insists_under_one_key_until_somebody_answers_for_good() {
    answers.addAll(List.of(503, 500, 201));

    var answer = client(Duration.ofMinutes(1), here()).send(POST, 0).join();

    assertEquals(201, answer.statusCode());
    assertEquals(List.of("once", "once", "once"), keys);
  }

  @Test
  void a_refusal_is_final() {
    answers.addAll(List.of(422, 201));

    var answer = client(Duration.ofMinutes(1), here()).send(POST, 0).join();

    assertEquals(422, answer.statusCode());
  }

  @Test
  void a_replica_that_is_gone_is_passed_over() {
    answers.add(201);

    var answer = client(Duration.ofMinutes(1), nobody(), here()).send(POST, 0).join();

    assertEquals(201, answer.statusCode());
  }

  @Test
  void patience_ends() {
    var answer = client(Duration.ZERO, nobody()).send(POST, 0);

    assertThrows(CompletionException.class, answer::join);
  }

  private static PatientHttp client(Duration patience, URI... replicas) {
    return new PatientHttp(
        new Http(),
        List.of(replicas),
        new Patience(Duration.ofSeconds(10), Instant.now().plus(patience)));
  }

  private URI here() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Port 1 is reserved and, on a machine of our time, closed. */
  private static URI nobody() {
    return URI.create("http://127.0.0.1:1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    exchange.sendResponseHeaders(answers.removeFirst(), -1);
    exchange.close();
  }
}
