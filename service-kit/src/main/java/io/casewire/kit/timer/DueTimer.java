package io.casewire.kit.timer;

import java.time.Instant;

/**
 * Something to be done at an instant.
 *
 * @param kind which {@link TimerHandler} does it
 * @param key unique within the kind; setting the same key again replaces the timer
 * @param payload what the handler needs to know besides the key
 */
public record DueTimer(String kind, String key, Instant dueAt, String payload) {}
