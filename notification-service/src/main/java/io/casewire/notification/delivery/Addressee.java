package io.casewire.notification.delivery;

/**
 * Where a mail goes.
 *
 * @param address as given; it need not be one
 * @param language one of the configured ones
 * @param active whether there is still somebody who should get it
 */
record Addressee(String address, String language, boolean active) {

  static Addressee customer(String address, String language) {
    return new Addressee(address, language, true);
  }
}
