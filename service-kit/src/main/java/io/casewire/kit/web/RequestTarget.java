package io.casewire.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.casewire.kit.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * Refuses a path or query that holds no text: NUL, which can't be stored, and bytes that are not
 * UTF-8 (overlong forms and surrogates included). Frameworks decode both without complaint.
 */
@Singleton
class RequestTarget {

  /** After the headers that every answer has, before everything that looks at the address. */
  private static final int EARLY = -950;

  private static final int ESCAPED_DIGITS = 2;

  void install(@Observes Router router) {
    router.route().order(EARLY).handler(RequestTarget::check);
  }

  private static void check(RoutingContext context) {
    String path = context.request().path();
    String query = context.request().query();
    if (path != null && !isText(path)) {
      context.fail(wrong("path"));
    } else if (query != null && !isText(query)) {
      context.fail(wrong("query"));
    } else {
      context.next();
    }
  }

  private static Problem wrong(String part) {
    return Problem.invalid(part, "must be percent-encoded UTF-8 without NUL");
  }

  /** Whether this is ASCII that decodes to text. */
  static boolean isText(String encoded) {
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      int value = encoded.charAt(i);
      if (value == '%') {
        value = escaped(encoded, i + 1);
        i += ESCAPED_DIGITS;
      } else if (value < '!' || value > '~') {
        return false;
      }
      if (value <= 0) {
        return false;
      }
      bytes.put((byte) value);
    }
    return isUtf8(bytes.flip());
  }

  /** The byte that these two digits stand for, or -1. */
  private static int escaped(String encoded, int start) {
    int end = start + ESCAPED_DIGITS;
    return end <= encoded.length()
            && HexFormat.isHexDigit(encoded.charAt(start))
            && HexFormat.isHexDigit(encoded.charAt(start + 1))
        ? HexFormat.fromHexDigits(encoded, start, end)
        : -1;
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
