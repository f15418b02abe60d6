package io.casewire.notification.letter;

import java.util.UUID;

/** A stored letter that can't be opened: it was sealed under another key, or changed. */
public final class UnreadableLetterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableLetterException(UUID notificationId, Throwable cause) {
    super("letter %s has no valid seal".formatted(notificationId), cause);
  }
}
