package io.casewire.servers.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An HTTP server on the loopback interface with a handler per path. */
public final class HttpListener implements AutoCloseable {

  static {
    // Without it a reply in two packets waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpListener(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on {@code port}, 0 for any, and answers 404 where no handler is.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public static HttpListener start(int port, Map<String, Function<Request, HttpHandler>> handlers) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var listener = new HttpListener(HttpServer.create(address, 0));
      listener.server.setExecutor(listener.threads);
      listener.server.createContext("/", exchange -> dispatch(exchange, handlers));
      listener.server.start();
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException("Can not listen on port " + port, e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void dispatch(
      HttpExchange exchange, Map<String, Function<Request, HttpHandler>> handlers)
      throws IOException {
    try (exchange) {
      reply(exchange, handlers.get(exchange.getRequestURI().getPath())).handle(exchange);
    }
  }

  private static HttpHandler reply(
      HttpExchange exchange, @Nullable Function<Request, HttpHandler> handler) throws IOException {
    if (handler == null) {
      return Reply.text(404, "Not found");
    }
    try {
      return handler.apply(Request.of(exchange));
    } catch (BadRequestException e) {
      return Reply.text(400, e.getMessage());
    }
  }
}
