package io.casewire.intake.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells text from other content by looking at it: what a sender calls it proves nothing, and a card
 * number in a text must be found under any name.
 */
final class TextContent {

  private TextContent() {}

  /** The text, if the bytes are UTF-8 without control characters that no text has. */
  static Optional<String> of(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.chars().allMatch(TextContent::belongsIntoText)
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean belongsIntoText(int character) {
    return character >= ' '
        || character == '\n'
        || character == '\r'
        || character == '\t'
        || character == '\f';
  }
}
