package io.casewire.kit.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    String detail,
    List<Violation> violations,
    Map<String, Object> members,
    Map<String, String> headers) {

  static final String TYPE = "type";
  static final String TITLE = "title";
  static final String STATUS = "status";
  static final String DETAIL = "detail";
  static final String TRACE_ID = "traceId";
  static final String VIOLATIONS = "violations";

  /** What clients read by these names must not depend on the kind of problem. */
  private static final Set<String> RESERVED =
      Set.of(TYPE, TITLE, STATUS, DETAIL, "instance", TRACE_ID, VIOLATIONS);

  ProblemDetails {
    if (detail.isBlank()) {
      throw new IllegalArgumentException("a problem needs a detail");
    }
    members.keySet().stream()
        .filter(RESERVED::contains)
        .forEach(
            member -> {
              throw new IllegalArgumentException("every problem has its own " + member);
            });
    violations = List.copyOf(violations);
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  ProblemDetails(int status, String name, String title, String detail) {
    this(status, name, title, detail, List.of(), Map.of(), Map.of());
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
