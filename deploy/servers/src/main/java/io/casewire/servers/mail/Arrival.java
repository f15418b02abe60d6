package io.casewire.servers.mail;

import java.time.Instant;

/**
 * A mail that reached a mailbox.
 *
 * @param n its number, counted from 1 without gaps since the server started
 * @param recipient the address of the mailbox
 * @param messageId its {@code Message-ID} with angle brackets, or empty text
 * @param at when it arrived
 */
public record Arrival(long n, String recipient, String messageId, Instant at) {}
