package io.casewire.servers.http;

/** The client's request can not be understood; the message is for the client. */
public final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadRequestException(String message) {
    super(message);
  }
}
