package io.casewire.routing.directory;

/**
 * What is wrong with one field of a definition.
 *
 * @param field path of the field as the caller wrote it, for example {@code weights.chat}
 * @param reason what a right value looks like
 */
public record Violation(String field, String reason) {}
