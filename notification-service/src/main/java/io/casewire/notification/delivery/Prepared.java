package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;

/** A claimed delivery: with a letter that can be sent, or without any, and why. */
sealed interface Prepared {

  /** How its attempt is entered. */
  LeaseRow lease();

  /**
   * There is a letter.
   *
   * @param sealed the same letter as it is stored
   */
  record Ready(Delivery delivery, Letter letter, byte[] sealed, String locale) implements Prepared {
    @Override
    public LeaseRow lease() {
      return new LeaseRow(
          delivery.place(),
          delivery.attempt(),
          sealed,
          letter.sender(),
          letter.recipient(),
          locale);
    }
  }

  /** The attempt is over before it began. */
  record Over(Delivery delivery, Outcome outcome) implements Prepared {
    @Override
    public LeaseRow lease() {
      return new LeaseRow(delivery.place(), delivery.attempt(), null, null, null, null);
    }

    Result result() {
      return new Result(delivery, outcome);
    }
  }
}
