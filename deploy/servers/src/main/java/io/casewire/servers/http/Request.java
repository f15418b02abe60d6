package io.casewire.servers.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's request.
 *
 * @param method the method, in capitals
 * @param headers its headers
 * @param query the parameters of the address
 * @param form the parameters of a form in the body; empty when there is none
 */
public record Request(
    String method, Headers headers, Map<String, String> query, Map<String, String> form) {

  private static final int BODY_LIMIT = 64 * 1024;

  /**
   * Reads the request.
   *
   * @throws BadRequestException when the body is too large or not percent-encoded as it should be
   */
  static Request of(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      throw new BadRequestException("The body is larger than " + BODY_LIMIT + " bytes");
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestHeaders(),
        parameters(exchange.getRequestURI().getRawQuery()),
        parameters(new String(body, StandardCharsets.UTF_8)));
  }

  /** The header of this name, or empty text. */
  public String header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }

  private static Map<String, String> parameters(@Nullable String encoded) {
    var parameters = new HashMap<String, String>();
    if (encoded != null && !encoded.isEmpty()) {
      for (var pair : encoded.split("&")) {
        var parts = pair.split("=", 2);
        parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return Map.copyOf(parameters);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("Not percent-encoded as it should be");
    }
  }
}
