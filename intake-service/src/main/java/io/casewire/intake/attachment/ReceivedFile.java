package io.casewire.intake.attachment;

/** A file as it came in, believed in nothing yet. */
public record ReceivedFile(String fileName, String contentType, byte[] content) {}
