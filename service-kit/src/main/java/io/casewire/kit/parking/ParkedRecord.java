package io.casewire.kit.parking;

import io.casewire.kit.inbox.StreamRecord;

/** A record that waits. */
public record ParkedRecord(long id, StreamRecord record) {}
