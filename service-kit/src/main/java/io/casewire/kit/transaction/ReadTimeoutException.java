package io.casewire.kit.transaction;

import java.time.Duration;

/** The database has stopped a read because it took longer than a read may. */
public class ReadTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration longest;

  ReadTimeoutException(Duration longest, Throwable cause) {
    super("a read took longer than " + longest, cause, false, false);
    this.longest = longest;
  }

  /** How long one statement of a read may take. */
  public Duration longest() {
    return longest;
  }
}
