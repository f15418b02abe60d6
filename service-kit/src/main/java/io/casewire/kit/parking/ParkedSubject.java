package io.casewire.kit.parking;

/**
 * A key that waits.
 *
 * @param source who published the first record that waits
 * @param reason why that first record waits
 */
public record ParkedSubject(String subject, String source, ParkingReason reason) {}
