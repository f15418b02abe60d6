package io.casewire.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A delivery of which an attempt begins.
 *
 * @param letter sealed; null, like the rest, if none can be written
 */
record LeaseRow(
    long place,
    int attempt,
    byte @Nullable [] letter,
    @Nullable String sender,
    @Nullable String address,
    @Nullable String locale) {}
