package io.casewire.intake.mail.text;

/**
 * What one part of a mail says to a reader.
 *
 * @param text with {@code \n} line ends; quoted passages of a page start each line with {@code ">
 *     "}
 * @param links how many links it has
 */
public record RenderedText(String text, int links) {}
