package io.casewire.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection of a chat, for one thread. */
public final class ChatWindow implements AutoCloseable {

  private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  private sealed interface Event {
    record Frame(JsonNode json) implements Event {}

    record End() implements Event {}
  }

  /** The connection is lost; what was not accepted may be lost with it. */
  public static final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A connection that is given up. */
    public LostException(String message) {
      this(message, null);
    }

    LostException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Connects to a replica of intake.
   *
   * @throws LostException when nobody answers
   */
  public ChatWindow(Http http, URI intake) {
    URI chat = URI.create("ws" + intake.toString().substring("http".length()));
    CompletableFuture<WebSocket> opening =
        http.openSocket(chat.resolve("/api/v1/chat"), new Listener());
    try {
      this.socket = opening.get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new LostException("no connection", e);
    } catch (TimeoutException e) {
      opening.thenAccept(WebSocket::abort);
      throw new LostException("no connection in time", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Sends a frame.
   *
   * @throws LostException when the connection is gone
   */
  public void send(Map<String, Object> frame) {
    try {
      socket.sendText(Json.write(frame), true).join();
    } catch (CompletionException e) {
      throw new LostException("can't send", e);
    }
  }

  /**
   * The next frame, if one comes in time.
   *
   * @throws LostException when the connection is gone
   */
  public Optional<JsonNode> next(Duration within) {
    try {
      return switch (events.poll(within.toMillis(), TimeUnit.MILLISECONDS)) {
        case null -> Optional.empty();
        case Event.Frame frame -> Optional.of(frame.json());
        case Event.End _ -> throw new LostException("closed");
      };
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * The next frame of this type; others are passed over.
   *
   * @throws LostException when none comes in time
   */
  public JsonNode next(String type, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      JsonNode frame =
          next(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
              .orElseThrow(() -> new LostException("no " + type + " came"));
      if (frame.get("type").asText().equals(type)) {
        return frame;
      }
    }
  }

  /** Drops the connection as a browser does that is closed. */
  @Override
  public void close() {
    socket.abort();
  }

  private static LostException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LostException("interrupted", e);
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        JsonNode frame = Json.read(partial.toString());
        partial.setLength(0);
        // A heartbeat would prolong every wait for another frame.
        if (!frame.path("type").asText().equals("heartbeat")) {
          events.add(new Event.Frame(frame));
        }
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      events.add(new Event.End());
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      events.add(new Event.End());
    }
  }
}
