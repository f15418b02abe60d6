package io.casewire.sla.escalation;

import io.casewire.events.EscalationAction;
import java.time.Duration;

/**
 * One step of a chain.
 *
 * @param level its number, from 1
 * @param afterBreach how long after the breach, measured as the clock's target is; zero for the
 *     breach itself
 */
public record EscalationLevel(
    int level, Duration afterBreach, Addressee to, EscalationAction action) {}
