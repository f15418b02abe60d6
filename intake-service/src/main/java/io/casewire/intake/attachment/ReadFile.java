package io.casewire.intake.attachment;

/**
 * A file as it may be kept.
 *
 * @param unread whether it could not be searched for secrets, since it is no text
 */
public record ReadFile(String fileName, String contentType, byte[] content, boolean unread) {}
