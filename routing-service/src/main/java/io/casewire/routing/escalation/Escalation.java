package io.casewire.routing.escalation;

import io.casewire.events.EscalationAction;
import io.casewire.routing.life.Sight;

/**
 * A level of an escalation chain that has been reached.
 *
 * @param sight how far the service that raised it had seen the case
 */
public record Escalation(Target target, EscalationAction action, Sight sight) {}
