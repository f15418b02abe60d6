package io.casewire.intake.chat;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A chat client: keeps every frame that it is sent. */
final class ChatClient implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonPath> heartbeats = new CopyOnWriteArrayList<>();
  private final List<JsonPath> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private ChatClient() {
    socket = http.newWebSocketBuilder().buildAsync(address(), new Listener()).join();
  }

  /** A socket that has said nothing yet. */
  static ChatClient connected() {
    return new ChatClient();
  }

  /** A socket that has said hello and was welcomed. */
  static ChatClient welcomed(Map<String, String> hello) {
    ChatClient client = new ChatClient();
    client.hello(hello);
    client.next("welcome");
    return client;
  }

  /** Another window of the same visitor. */
  ChatClient anotherWindow() {
    return welcomed(Map.of("sessionToken", sessionToken()));
  }

  static URI address() {
    return URI.create("ws://localhost:%d/api/v1/chat".formatted(RestAssured.port));
  }

  void hello(Map<String, String> fields) {
    Map<String, String> hello = new HashMap<>(fields);
    hello.put("type", "hello");
    send(hello);
  }

  /** Writes a message and waits until it is accepted. */
  JsonPath write(String clientMessageId, String text) {
    int before = all("accepted").size();
    send(Map.of("type", "message", "clientMessageId", clientMessageId, "text", text));
    eventually(() -> assertFalse(all("accepted").size() <= before));
    return all("accepted").getLast();
  }

  void seen(String eventId) {
    send(Map.of("type", "seen", "eventId", eventId));
  }

  void send(Map<String, String> frame) {
    try {
      sendText(JSON.writeValueAsString(frame));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void sendText(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** All frames of a type until now, but heartbeats. */
  List<JsonPath> all(String type) {
    return frames.stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  /** The latest frame of a type, waited for. */
  JsonPath next(String type) {
    eventually(() -> assertFalse(all(type).isEmpty(), () -> "no " + type + " in " + types()));
    return all(type).getLast();
  }

  /** All heartbeats until now. */
  int heartbeats() {
    return heartbeats.size();
  }

  /** The types of all other frames until now. */
  List<String> types() {
    return frames.stream().map(frame -> frame.getString("type")).toList();
  }

  String sessionToken() {
    return next("welcome").getString("sessionToken");
  }

  /** The code with which the server has closed the socket, waited for. */
  int closeCode() {
    return closed.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonPath frame = JsonPath.from(text.toString());
        // It comes at any time, and is nothing of the conversation.
        ("heartbeat".equals(frame.getString("type")) ? heartbeats : frames).add(frame);
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      closed.complete(statusCode);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
