package io.casewire.acceptance.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends JSON over HTTP/1.1 on kept-alive connections. */
public final class Http {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Sends without waiting. */
  public CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  /** Sends and waits for the answer, whatever its status. */
  public HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Opens a WebSocket. */
  CompletableFuture<WebSocket> openSocket(URI uri, WebSocket.Listener listener) {
    return client.newWebSocketBuilder().buildAsync(uri, listener);
  }
}
