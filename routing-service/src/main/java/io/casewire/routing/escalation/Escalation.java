package io.casewire.routing.escalation;

import io.casewire.events.EscalationAction;

/** A level of an escalation chain that has been reached. */
public record Escalation(Target target, EscalationAction action) {}
