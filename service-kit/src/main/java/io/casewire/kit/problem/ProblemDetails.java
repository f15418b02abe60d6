package io.casewire.kit.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a problem tells the client (RFC 9457, section 3).
 *
 * @param name the last part of the type URI, stable per kind of error
 * @param title the kind of error in words, the same for every occurrence
 * @param detail this occurrence in words
 * @param members extension members
 * @param headers response headers that belong to the error, such as {@code Retry-After}
 */
record ProblemDetails(
    int status,
    String name,
    String title,
    @Nullable String detail,
    List<Violation> violations,
    Map<String, Object> members,
    Map<String, String> headers) {

  ProblemDetails {
    violations = List.copyOf(violations);
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  ProblemDetails(int status, String name, String title) {
    this(status, name, title, null, List.of(), Map.of(), Map.of());
  }

  ProblemDetails withDetail(String text) {
    return new ProblemDetails(status, name, title, text, violations, members, headers);
  }

  ProblemDetails withViolations(List<Violation> found) {
    return new ProblemDetails(status, name, title, detail, found, members, headers);
  }

  ProblemDetails withMember(String key, Object value) {
    return new ProblemDetails(
        status, name, title, detail, violations, plus(members, key, value), headers);
  }

  ProblemDetails withHeader(String key, String value) {
    return new ProblemDetails(
        status, name, title, detail, violations, members, plus(headers, key, value));
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
    Map<String, V> extended = new HashMap<>(map);
    extended.put(key, value);
    return extended;
  }
}
