package io.casewire.routing.casework;

/**
 * What a member of staff wrote, and under which name the customer sees it.
 *
 * @param text without secrets
 */
public record Writing(String text, String displayName) {}
