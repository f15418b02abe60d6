package io.casewire.sla.clock;

/**
 * What a clock is judged by. Pinned when the clock starts; only a new priority, a new
 * classification or a rebase exchanges it.
 *
 * @param policy the policy's name in its set
 */
public record Terms(String policy, long policyVersion, String calendar, long calendarVersion) {}
