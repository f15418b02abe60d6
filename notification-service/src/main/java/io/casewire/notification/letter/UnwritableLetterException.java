package io.casewire.notification.letter;

/** A letter that can't be written: a template asks for what there is not. */
public final class UnwritableLetterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnwritableLetterException(String key, Throwable cause) {
    super("letter %s can't be written".formatted(key), cause);
  }
}
