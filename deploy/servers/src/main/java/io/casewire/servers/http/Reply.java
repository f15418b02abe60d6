package io.casewire.servers.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpHandlers;

/** Answers of {@link HttpListener}. Nothing here may be kept in a cache. */
public final class Reply {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Reply() {}

  /**
   * An object as JSON.
   *
   * @param headers names and values in turn
   */
  public static HttpHandler json(int status, Object value, String... headers) {
    try {
      return of(status, "application/json", JSON.writeValueAsString(value), headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A page that may load nothing, run nothing, and not be framed. */
  public static HttpHandler html(int status, String body) {
    return of(
        status,
        "text/html; charset=utf-8",
        body,
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  }

  /** A sentence for the client. */
  public static HttpHandler text(int status, String body, String... headers) {
    return of(status, "text/plain; charset=utf-8", body, headers);
  }

  /** Sends the browser to {@code address} with a GET. */
  public static HttpHandler seeOther(String address) {
    return text(303, "", "Location", address);
  }

  private static HttpHandler of(int status, String type, String body, String... headers) {
    var all = new Headers();
    all.set("Cache-Control", "no-store");
    all.set("Content-Type", type);
    for (int i = 0; i < headers.length; i += 2) {
      all.set(headers[i], headers[i + 1]);
    }
    return HttpHandlers.of(status, all, body);
  }
}
