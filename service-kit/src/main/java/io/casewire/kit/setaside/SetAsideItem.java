package io.casewire.kit.setaside;

import java.time.Instant;
import java.util.UUID;

/**
 * An item that its queue passes over.
 *
 * @param queue the name of its {@link WorkQueue}
 * @param key names the item in its queue: an id, never content
 * @param reason the kind of the failure; never its message, which may quote content
 * @param failures how often it has failed
 * @param since when it was set aside first
 * @param lastFailureAt when it failed last
 */
public record SetAsideItem(
    UUID id,
    String queue,
    String key,
    String reason,
    int failures,
    Instant since,
    Instant lastFailureAt) {}
