package io.casewire.kit.problem;

/** The problem for an error of which only the HTTP status is known. */
final class StatusProblems {

  private StatusProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 400 ->
          Problem.of(
              400,
              "bad-request",
              "The request is not valid HTTP for this address",
              "A part of the address or a header can't be read.");
      case 401 -> Problem.unauthenticated();
      case 403 -> Problem.forbidden("The role of the caller does not allow this.");
      case 404 -> Problem.notFound();
      case 405 ->
          Problem.of(
              405,
              "method-not-allowed",
              "This method is not allowed here",
              "The methods that this address has are in the header Allow.");
      case 406 ->
          Problem.of(
              406,
              "not-acceptable",
              "None of the accepted types can be sent",
              "The header Accept names no type that this address can answer with.");
      case 408 ->
          Problem.of(
              408,
              "request-timeout",
              "The request did not arrive in time",
              "The body must arrive within some seconds, a large one at a steady pace.");
      case 411 ->
          Problem.of(
              411,
              "length-required",
              "The request does not say how long it is",
              "Over HTTP/2 a body needs the header Content-Length.");
      case 413 ->
          Problem.of(
              413,
              "too-large",
              "The request is too large",
              "The body, or a field of it, is larger than this address takes.");
      case 414 ->
          Problem.of(
              414,
              "address-too-long",
              "The address is too long",
              "The path and query are longer than this service takes.");
      case 415 ->
          Problem.of(
              415,
              "unsupported-media-type",
              "This type of body is not taken here",
              "The header Content-Type names no type that this address takes.");
      case 500 -> internal();
      default ->
          Problem.of(
              status,
              "http-" + status,
              "The request failed",
              "This address answered with the status %d.".formatted(status));
    };
  }

  /** A fault of the service, of which the client learns nothing but the trace id. */
  static Problem internal() {
    return Problem.of(
        500,
        "internal",
        "The service failed",
        "The cause is in the service's log, under the traceId of this answer.");
  }
}
