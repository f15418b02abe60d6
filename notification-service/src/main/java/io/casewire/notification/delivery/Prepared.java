package io.casewire.notification.delivery;

import java.util.Optional;

/** A claimed delivery: with a letter that can be sent, or without any, and why. */
record Prepared(Delivery delivery, Written written) {

  /** How its attempt is entered. */
  LeaseRow lease() {
    return switch (written) {
      case Written.Ready ready ->
          new LeaseRow(
              delivery.place(),
              delivery.attempt(),
              ready.sealed(),
              ready.letter().sender(),
              ready.letter().recipient(),
              ready.language());
      case Written.Over _ ->
          new LeaseRow(delivery.place(), delivery.attempt(), null, null, null, null);
    };
  }

  Optional<Parcel> parcel(long leaseEnd) {
    return written instanceof Written.Ready ready
        ? Optional.of(new Parcel(delivery, ready.letter(), leaseEnd))
        : Optional.empty();
  }

  Optional<Result> result() {
    return written instanceof Written.Over over
        ? Optional.of(new Result(delivery, over.outcome()))
        : Optional.empty();
  }
}
