package io.casewire.sla.policy;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param duration positive, counted in {@code hours}
 */
public record Target(Duration duration, TargetHours hours) {}
