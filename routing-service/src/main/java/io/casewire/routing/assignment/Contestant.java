package io.casewire.routing.assignment;

/**
 * An agent who is on duty for a queue and a language.
 *
 * @param translates whether he works in the language only by translation
 */
record Contestant(Seat seat, boolean translates) {}
