package io.casewire.kit.web;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimitTest {

  private static final int MOST = 3;
  private static final int SHARE = 2;
  private static final long LONGEST_BODY = 100_000;
  private static final String CLIENT = "127.0.0.1";
  private static final String OTHER_CLIENT = "127.0.0.2";
  private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BlockingQueue<RoutingContext> begun = new LinkedBlockingQueue<>();
  private final AtomicBoolean crowded = new AtomicBoolean();
  private final RetryAfterSchedule schedule =
      new RetryAfterSchedule(1, Duration.ofSeconds(3), Duration.ofSeconds(60), () -> 0);
  private final List<RawClient> clients = new ArrayList<>();
  private Duration bodyWithin = LONG;
  private HttpServer server;

  private void serve(Duration longestCounted) {
    Router router = Router.router(vertx);
    new RequestLimit(config(), LONGEST_BODY, longestCounted, schedule, crowded::get, metrics)
        .install(router);
    router.route("/q/health").handler(context -> context.end("up"));
    router.route("/work").handler(begun::add);
    router.route("/staff").handler(begun::add);
    router.route("/body").handler(context -> context.end("got " + context.body().asString()));
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
    if (context.failure() instanceof Problem problem) {
      problem.headers().forEach(context.response()::putHeader);
      context.response().setStatusCode(problem.status()).end();
    } else {
      context.response().setStatusCode(context.statusCode()).end();
    }
  }

  @AfterEach
  void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void requests_too_many_are_told_to_come_back_one_after_the_other() throws Exception {
    // Given
    serve(LONG);
    fill("/work");

    // When
    RawClient third = connect("127.0.0.3");
    RawClient fourth = connect("127.0.0.4");
    List<String> answers = List.of(third.get("/work").answer(), fourth.get("/work").answer());

    // Then
    answers.forEach(answer -> assertEquals(503, RawClient.status(answer), answer));
    assertEquals(List.of("3", "4"), answers.stream().map(RawClient::retryAfter).toList());
    assertEquals(2, metrics.counter("casewire.requests.refused", "by", "all").count());
  }

  @Test
  void a_client_that_has_its_share_is_refused_and_another_client_is_served() throws Exception {
    // Given
    serve(LONG);
    for (int i = 0; i < SHARE; i++) {
      begin(CLIENT, "/work");
    }

    // When
    String refused = connect(CLIENT).get("/work").answer();
    begin(OTHER_CLIENT, "/work").response().end("done");

    // Then
    assertEquals(429, RawClient.status(refused));
    assertEquals("2", RawClient.retryAfter(refused));
    assertEquals(1, metrics.counter("casewire.requests.refused", "by", "client").count());
  }

  @Test
  void a_client_that_asks_too_much_does_not_send_others_away_for_longer() throws Exception {
    // Given
    serve(LONG);
    begin(CLIENT, "/work");
    begin(CLIENT, "/work");
    for (int i = 0; i < 5; i++) {
      connect(CLIENT).get("/work").answer();
    }
    begin(OTHER_CLIENT, "/work");

    // When
    String refused = connect("127.0.0.3").get("/work").answer();

    // Then
    assertEquals("3", RawClient.retryAfter(refused));
  }

  @Test
  void a_client_whose_small_body_was_refused_goes_on_over_the_same_connection() throws Exception {
    // Given
    serve(LONG);
    List<RoutingContext> working = fill("/work");
    RawClient client = connect("127.0.0.3");

    // When
    String refused = client.post("/body", "hello").answer();
    working.forEach(context -> vertx.runOnContext(ignored -> context.response().end("done")));
    eventually(() -> assertEquals(0, working()));
    String served = client.post("/body", "hello").answer();

    // Then
    assertEquals(503, RawClient.status(refused));
    assertEquals(200, RawClient.status(served));
  }

  @Test
  void staff_are_served_while_the_public_has_all_its_places() throws Exception {
    // Given
    serve(LONG);
    fill("/work");

    // When
    RoutingContext staff = begin(OTHER_CLIENT, "/staff");

    // Then
    assertFalse(staff.response().ended());
  }

  @Test
  void bodies_that_never_end_keep_nobody_else_out() throws Exception {
    // Given
    serve(LONG);
    for (int i = 0; i < SHARE; i++) {
      connect(CLIENT).halfPost("/body", 1000);
    }
    eventually(() -> assertEquals(SHARE, receiving()));

    // When
    String more = connect(CLIENT).halfPost("/body", 1000).answer();
    String other = connect(OTHER_CLIENT).post("/body", "hello").answer();
    String reader = connect(CLIENT).get("/body").answer();

    // Then
    assertEquals(429, RawClient.status(more));
    assertTrue(other.endsWith("hello"), other);
    assertEquals(200, RawClient.status(reader));
  }

  @Test
  void a_body_that_does_not_arrive_in_time_ends_its_request() throws Exception {
    // Given
    bodyWithin = Duration.ofMillis(50);
    serve(LONG);

    // When
    String answer = connect(CLIENT).halfPost("/body", 1000).answer();

    // Then
    assertEquals(408, RawClient.status(answer), answer);
    assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
    eventually(() -> assertEquals(0, receiving()));
    assertTrue(begun.isEmpty());
  }

  @Test
  void a_client_that_leaves_in_the_middle_of_a_body_holds_nothing() throws Exception {
    // Given
    serve(LONG);
    RawClient client = connect(CLIENT).halfPost("/body", 1000);
    eventually(() -> assertEquals(1, receiving()));

    // When
    client.close();

    // Then
    eventually(() -> assertEquals(0, receiving()));
  }

  @Test
  void a_body_larger_than_it_says_is_cut_off() throws Exception {
    // Given
    serve(LONG);

    // When
    String answer = connect(CLIENT).chunkedPost("/body", (int) LONGEST_BODY + 1).answer();

    // Then
    assertEquals(413, RawClient.status(answer), answer);
  }

  @Test
  void large_bodies_leave_room_for_small_ones() throws Exception {
    // Given
    serve(LONG);
    connect(CLIENT).halfPost("/body", 90_000, 80_000);
    connect(OTHER_CLIENT).halfPost("/body", 90_000, 80_000);
    eventually(() -> assertEquals(2, receiving()));

    // When
    String large = connect("127.0.0.3").halfPost("/body", 90_000, 80_000).answer();
    String small = connect("127.0.0.4").post("/body", "hello").answer();

    // Then
    assertEquals(503, RawClient.status(large), large);
    assertTrue(small.endsWith("hello"), small);
  }

  @Test
  void a_client_that_asks_whether_to_send_its_body_is_told_to() throws Exception {
    // Given
    serve(LONG);

    // When
    RawClient client =
        connect(CLIENT).send("POST", "/body", "Expect: 100-continue", "Content-Length: 5");

    // Then
    client.awaitLine("HTTP/1.1 100 Continue");
    assertTrue(client.send("hello").answer().endsWith("hello"));
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
    fill("/work");

    // When
    HttpResponse<String> answer = get("/q/health").join();

    // Then
    assertEquals("up", answer.body());
  }

  @Test
  void a_socket_is_let_in_all_the_same() throws Exception {
    // Given
    serve(LONG);
    fill("/work");
    begin(CLIENT, "/staff");
    begin(CLIENT, "/staff");

    // When
    URI address = URI.create("ws://127.0.0.1:%d/socket".formatted(server.actualPort()));
    WebSocket socket =
        http.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {}).join();

    // Then
    assertFalse(socket.isInputClosed());
    socket.abort();
  }

  @ParameterizedTest
  @CsvSource({"GET, /staff", "GET, /q/../staff", "POST, /socket"})
  void whoever_only_says_that_he_opens_a_socket_is_counted(String method, String path)
      throws Exception {
    // Given
    serve(LONG);
    begin(CLIENT, "/staff");
    begin(CLIENT, "/staff");

    // When
    String answer =
        connect(CLIENT).send(method, path, "Upgrade: websocket", "Connection: Upgrade").answer();

    // Then
    assertEquals(429, RawClient.status(answer), answer);
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
    List<RoutingContext> streams = fill("/work");
    for (RoutingContext stream : streams) {
      vertx.runOnContext(ignored -> stream.response().setChunked(true).write("event"));
    }
    eventually(() -> assertEquals(0, working()));

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
    fill("/work");

    // Then
    eventually(() -> assertEquals(0, working()));
  }

  private static String retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValue("Retry-After").orElseThrow();
  }

  private List<RoutingContext> fill(String path) throws Exception {
    return List.of(begin(CLIENT, path), begin(CLIENT, path), begin(OTHER_CLIENT, path));
  }

  /** A request that is worked on until its response is ended. */
  private RoutingContext begin(String client, String path) throws Exception {
    connect(client).get(path);
    return Objects.requireNonNull(begun.poll(20, TimeUnit.SECONDS), "nothing has begun");
  }

  private RawClient connect(String address) throws IOException {
    RawClient client = RawClient.connect(address, server.actualPort());
    clients.add(client);
    return client;
  }

  private double working() {
    return metrics.get("casewire.requests.open").tag("of", "public").gauge().value();
  }

  private double receiving() {
    return metrics.get("casewire.requests.receiving").tag("of", "public").gauge().value();
  }

  private RequestConfig config() {
    Map<String, String> values =
        Map.of(
            "casewire.requests.most-at-once",
            Integer.toString(MOST),
            "casewire.requests.most-per-client",
            Integer.toString(SHARE),
            "casewire.requests.public-paths",
            "/work,/body,/away",
            "casewire.requests.socket-paths",
            "/socket",
            "casewire.requests.body.most-bytes",
            "150000",
            "casewire.requests.body.within",
            bodyWithin.toString());
    return new SmallRyeConfigBuilder()
        .withMapping(RequestConfig.class)
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(RequestConfig.class);
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI address = URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path));
    return http.sendAsync(
        HttpRequest.newBuilder(address).version(HttpClient.Version.HTTP_1_1).build(),
        BodyHandlers.ofString());
  }
}
