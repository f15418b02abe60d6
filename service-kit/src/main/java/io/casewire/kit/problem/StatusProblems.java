package io.casewire.kit.problem;

/** The problem for an error of which only the HTTP status is known. */
final class StatusProblems {

  private StatusProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad-request", "The request is not valid HTTP for this address");
      case 401 -> Problem.unauthenticated();
      case 403 -> Problem.forbidden();
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "This method is not allowed here");
      case 406 -> Problem.of(406, "not-acceptable", "None of the accepted types can be sent");
      case 413 -> Problem.of(413, "too-large", "The request is too large");
      case 414 -> Problem.of(414, "address-too-long", "The address is too long");
      case 415 -> Problem.of(415, "unsupported-media-type", "This type of body is not taken here");
      case 500 -> internal();
      default -> Problem.of(status, "http-" + status, "The request failed");
    };
  }

  /** A fault of the service, of which the client learns nothing but the trace id. */
  static Problem internal() {
    return Problem.of(500, "internal", "The service failed");
  }
}
