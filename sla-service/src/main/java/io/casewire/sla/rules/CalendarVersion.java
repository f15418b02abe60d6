package io.casewire.sla.rules;

/** Names one version of one calendar. */
public record CalendarVersion(String id, long version) {}
