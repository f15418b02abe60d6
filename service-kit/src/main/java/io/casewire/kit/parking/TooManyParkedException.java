package io.casewire.kit.parking;

/**
 * So many keys were parked within a minute that the fault is likely here and not in the data; the
 * channel stands still until the minute is over.
 */
public class TooManyParkedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyParkedException(long parked) {
    super(parked + " keys parked within a minute");
  }
}
