package io.casewire.kit.idempotency;

/** A row of the table of answers. */
@SuppressWarnings("ArrayRecordComponent")
record StoredAnswer(byte[] bodyDigest, String answer) {}
