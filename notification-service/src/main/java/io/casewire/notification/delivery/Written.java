package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;

/** What came of writing a letter. */
sealed interface Written {

  /**
   * There is one.
   *
   * @param sealed the same letter as it is stored
   */
  record Ready(Letter letter, byte[] sealed, String language) implements Written {}

  /** There is none, and so the attempt is over before it began. */
  record Over(Outcome outcome) implements Written {}
}
