package io.casewire.kit.parking;

import java.time.Instant;

/** A key that waits, for operators: why and since when, and nothing of what its records say. */
public record ParkedKey(
    String subject, String source, String reason, Instant since, long records) {}
