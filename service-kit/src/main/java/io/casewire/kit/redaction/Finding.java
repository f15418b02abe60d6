package io.casewire.kit.redaction;

/**
 * How often one kind of secret was found in a text. It never says what the secret was.
 *
 * @param count at least 1
 */
public record Finding(SecretKind kind, int count) {}
