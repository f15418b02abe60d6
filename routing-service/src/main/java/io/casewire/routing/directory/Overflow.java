package io.casewire.routing.directory;

import java.time.Duration;

/**
 * Where a case goes that has waited too long.
 *
 * @param after how long it waits here
 * @param to the queue that takes it then
 */
public record Overflow(Duration after, String to) {}
