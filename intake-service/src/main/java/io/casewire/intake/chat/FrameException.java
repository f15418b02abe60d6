package io.casewire.intake.chat;

/** A client's frame can't be acted on; the client is told, the socket stays open. */
final class FrameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param detail goes to the client as it is
   */
  FrameException(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  ServerFrame.Failure frame() {
    return new ServerFrame.Failure(code, getMessage());
  }
}
