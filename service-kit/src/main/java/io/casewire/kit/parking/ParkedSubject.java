package io.casewire.kit.parking;

/**
 * A key that waits.
 *
 * @param source the service that published the first waiting record
 * @param reason why that first record waits
 */
public record ParkedSubject(String subject, String source, ParkingReason reason) {}
