package io.casewire.routing.casework;

/**
 * What a member of staff wrote, and under which name the customer sees it.
 *
 * @param text redacted by nobody here: staff are responsible for what they write
 */
public record Writing(String text, String displayName) {}
