package io.casewire.kit.web;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.kit.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

  private static final int MOST = 2;
  private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BlockingQueue<RoutingContext> begun = new LinkedBlockingQueue<>();
  private final AtomicBoolean crowded = new AtomicBoolean();
  private final Appointments appointments =
      new Appointments(1, Duration.ofSeconds(3), Duration.ofSeconds(60), () -> 0);
  private HttpServer server;

  private void serve(Duration longestCounted) {
    Router router = Router.router(vertx);
    new RequestLimit(MOST, longestCounted, appointments, crowded::get, metrics).install(router);
    router.route("/q/health").handler(context -> context.end("up"));
    router.route("/work").handler(begun::add);
    router.route("/away").handler(context -> context.fail(Problem.unavailable(RETRY_AFTER_OUTAGE)));
    router.route("/socket").handler(context -> context.request().toWebSocket());
    router.route().failureHandler(RequestLimitTest::render);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private static void render(RoutingContext context) {
    Problem problem = (Problem) context.failure();
    problem.headers().forEach(context.response()::putHeader);
    context.response().setStatusCode(problem.status()).end();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void requests_too_many_are_told_to_come_back_one_after_the_other() throws Exception {
    // Given
    serve(LONG);
    fill();

    // When
    List<HttpResponse<String>> answers = List.of(get("/work").join(), get("/work").join());

    // Then
    answers.forEach(answer -> assertEquals(503, answer.statusCode()));
    assertEquals(List.of("3", "4"), answers.stream().map(RequestLimitTest::retryAfter).toList());
    assertEquals(2, metrics.counter("casewire.requests.refused").count());
  }

  @Test
  void a_request_that_would_wait_for_the_database_in_vain_is_told_so_at_once() {
    // Given
    serve(LONG);
    crowded.set(true);

    // When
    HttpResponse<String> answer = get("/work").join();

    // Then
    assertEquals(503, answer.statusCode());
  }

  @Test
  void whether_the_process_is_well_is_answered_all_the_same() throws Exception {
    // Given
    serve(LONG);
    fill();

    // When
    HttpResponse<String> answer = get("/q/health").join();

    // Then
    assertEquals("up", answer.body());
  }

  @Test
  void a_socket_is_let_in_all_the_same() throws Exception {
    // Given
    serve(LONG);
    fill();

    // When
    URI address = URI.create("ws://127.0.0.1:%d/socket".formatted(server.actualPort()));
    WebSocket socket =
        http.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {}).join();

    // Then
    assertFalse(socket.isInputClosed());
    socket.abort();
  }

  @Test
  void those_whom_an_outage_has_failed_do_not_all_come_back_at_once() {
    // Given
    serve(LONG);

    // When
    Stream<HttpResponse<String>> answers =
        IntStream.range(0, 4).mapToObj(ignored -> get("/away").join());

    // Then
    assertEquals(List.of("4", "4", "5", "6"), answers.map(RequestLimitTest::retryAfter).toList());
  }

  @Test
  void an_answer_that_has_begun_makes_room_even_if_it_goes_on() throws Exception {
    // Given
    serve(LONG);
    List<RoutingContext> streams = fill();
    for (RoutingContext stream : streams) {
      vertx.runOnContext(ignored -> stream.response().setChunked(true).write("event"));
    }
    eventually(() -> assertEquals(0, metrics.get("casewire.requests.open").gauge().value()));

    // When
    CompletableFuture<HttpResponse<String>> next = get("/work");
    begun.poll(20, TimeUnit.SECONDS).end("done");

    // Then
    assertEquals(200, next.join().statusCode());
  }

  @Test
  void a_client_that_has_gone_unnoticed_does_not_keep_a_place_for_ever() throws Exception {
    // Given
    serve(Duration.ofMillis(50));

    // When
    fill();

    // Then
    eventually(() -> assertEquals(0, metrics.get("casewire.requests.open").gauge().value()));
  }

  private static String retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValue("Retry-After").orElseThrow();
  }

  private List<RoutingContext> fill() throws InterruptedException {
    List<RoutingContext> contexts = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      get("/work");
      contexts.add(begun.poll(20, TimeUnit.SECONDS));
    }
    return contexts;
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI address = URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path));
    return http.sendAsync(
        HttpRequest.newBuilder(address).version(HttpClient.Version.HTTP_1_1).build(),
        BodyHandlers.ofString());
  }
}
