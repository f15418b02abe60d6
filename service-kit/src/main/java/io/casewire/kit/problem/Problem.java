package io.casewire.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An error that a client is told about, as RFC 9457 problem details. Thrown from anywhere in the
 * handling of a request; the work under way is rolled back.
 *
 * <p>Guarantees: every kind of error has its own {@code type} URI that never changes. Title, detail
 * and violations go to the client as they are, so they must not hold what the client may not see.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String ASK_AGAIN = "Send it again after the time in Retry-After.";

  /** The detail is for people; the list of violations is complete. */
  private static final int MOST_IN_DETAIL = 3;

  private final transient ProblemDetails details;

  private Problem(ProblemDetails details) {
    // Without stack trace: a problem is an answer, not a failure of the program.
    super(details.name(), null, false, false);
    this.details = details;
  }

  /**
   * Any error that has no factory of its own below.
   *
   * @param name the last part of the type URI, for example {@code already-merged}
   * @param title what the error is, the same words each time
   * @param detail what it means for this request, and what the client can do about it
   */
  public static Problem of(int status, String name, String title, String detail) {
    return new Problem(new ProblemDetails(status, name, title, detail));
  }

  /** The input breaks the rules of the interface: 400. */
  public static Problem invalid(List<Violation> violations) {
    return of(400, "invalid-input", "The input is not valid", violations);
  }

  /** One field of the input breaks the rules of the interface: 400. */
  public static Problem invalid(String field, String reason) {
    return invalid(List.of(new Violation(field, reason)));
  }

  /** No or bad credentials: 401. */
  public static Problem unauthenticated() {
    return of(
            401,
            "unauthenticated",
            "Valid credentials are needed",
            "The request has no credentials, or they are not valid or not valid any more.")
        .withHeader("WWW-Authenticate", "Bearer realm=\"casewire\"");
  }

  /**
   * The caller may not do this: 403.
   *
   * @param detail which rule forbids it
   */
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", "The caller may not do this", detail);
  }

  /** There is nothing here, or nothing that the caller may see: 404. */
  public static Problem notFound() {
    return of(
        404,
        "not-found",
        "There is nothing at this address",
        "Nothing has this address, or the caller may not see it.");
  }

  /** The request does not fit the present state: 409. */
  public static Problem conflict(String name, String title, String detail) {
    return of(409, name, title, detail);
  }

  /** {@code If-Match} names an old version: 412. */
  public static Problem preconditionFailed() {
    return of(
        412,
        "precondition-failed",
        "The resource has changed since it was read",
        "Read it again, and send the change with the ETag of that answer in If-Match.");
  }

  /** The body is larger than this service takes: 413. */
  public static Problem tooLarge(long maximumBytes) {
    return tooLarge("The body", maximumBytes);
  }

  /** A part of the body is larger than this service takes: 413. */
  public static Problem tooLarge(String part, long maximumBytes) {
    return of(
        413,
        "too-large",
        "The request is too large",
        "%s must not exceed %d bytes.".formatted(part, maximumBytes));
  }

  /** The input is well-formed, but can not be acted on: 422. */
  public static Problem unprocessable(String name, String title, String detail) {
    return of(422, name, title, detail);
  }

  /** The input is well-formed, but what these fields say can not be acted on: 422. */
  public static Problem unprocessable(List<Violation> violations) {
    return of(422, "unprocessable", "The input can not be acted on", violations);
  }

  /** The client asks too often: 429. */
  public static Problem tooMany(Duration retryAfter) {
    return of(
            429,
            "too-many-requests",
            "Too many requests",
            "This client, or somebody for the same customer, asks too much at a time. " + ASK_AGAIN)
        .withRetryAfter(retryAfter);
  }

  /** Something this service needs is away for now, and nothing was done: 503. */
  public static Problem unavailable(Duration retryAfter) {
    return unavailable(retryAfter, ASK_AGAIN);
  }

  /** The same with what is needed and away. */
  public static Problem unavailable(Duration retryAfter, String detail) {
    return of(503, "unavailable", "The service is not available at the moment", detail)
        .withRetryAfter(retryAfter);
  }

  /** What a failure of the work is for the client. A failure that is a problem stays what it is. */
  public static Problem ofFailure(Throwable failure) {
    return FailureProblems.of(failure);
  }

  private static Problem of(int status, String name, String title, List<Violation> violations) {
    String detail =
        violations.stream()
            .limit(MOST_IN_DETAIL)
            .map(Violation::inWords)
            .collect(Collectors.joining("; ", "", "."));
    return new Problem(of(status, name, title, detail).details.withViolations(violations));
  }

  /**
   * The same with an extension member, for example the moves that are allowed instead.
   *
   * @throws IllegalArgumentException for the name of a member that every problem has
   */
  public Problem withMember(String name, Object value) {
    return new Problem(details.withMember(name, value));
  }

  /** The same with a response header. */
  public Problem withHeader(String name, String value) {
    return new Problem(details.withHeader(name, value));
  }

  /** The same with the time to wait before asking again, rounded up to whole seconds. */
  public Problem withRetryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    return withHeader("Retry-After", Long.toString(seconds));
  }

  /** The HTTP status. */
  public int status() {
    return details.status();
  }

  /** The last part of the type URI. */
  public String name() {
    return details.name();
  }

  /** What is wrong with the input, if that is the error. */
  public List<Violation> violations() {
    return details.violations();
  }

  /** The response headers that belong to the error, such as {@code Retry-After}. */
  public Map<String, String> headers() {
    return details.headers();
  }

  ProblemDetails details() {
    return details;
  }
}
