package io.casewire.servers.identity;

/** A refusal as RFC 6749 spells it: a code for programs and a description for people. */
final class OAuthException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  private OAuthException(int status, String error, String description) {
    super(description);
    this.status = status;
    this.error = error;
  }

  /** RFC 6749, 5.2. */
  static OAuthException invalidRequest(String description) {
    return new OAuthException(400, "invalid_request", description);
  }

  /** RFC 6749, 5.2. */
  static OAuthException invalidGrant(String description) {
    return new OAuthException(400, "invalid_grant", description);
  }

  /** RFC 6749, 5.2. */
  static OAuthException invalidScope(String description) {
    return new OAuthException(400, "invalid_scope", description);
  }

  /** RFC 6749, 5.2: with status 401 and a challenge. */
  static OAuthException invalidClient() {
    return new OAuthException(401, "invalid_client", "Unknown client or wrong client_secret");
  }

  /** RFC 6749, 5.2. */
  static OAuthException unsupportedGrantType() {
    return new OAuthException(
        400, "unsupported_grant_type", "Use client_credentials or authorization_code");
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }
}
