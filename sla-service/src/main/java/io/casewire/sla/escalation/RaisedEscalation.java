package io.casewire.sla.escalation;

import java.util.UUID;

/** A level that a clock has reached, and the id it was published under. */
public record RaisedEscalation(int level, UUID escalationId) {}
