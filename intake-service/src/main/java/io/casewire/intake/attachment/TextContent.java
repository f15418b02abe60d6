package io.casewire.intake.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells text from other content by its bytes: the sender's media type proves nothing, and a card
 * number in a text must be found under any name.
 */
final class TextContent {

  private static final int PIECE = 8 * 1024;

  private TextContent() {}

  /** The text, if the bytes are UTF-8 without control characters that no text has. */
  static Optional<String> of(byte[] content) {
    return isText(content)
        ? Optional.of(new String(content, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Decodes piece by piece: as a whole, characters would take twice the memory of the bytes. */
  private static boolean isText(byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer piece = CharBuffer.allocate(PIECE);
    CoderResult result;
    do {
      result = decoder.decode(bytes, piece.clear(), true);
      if (result.isError() || !piece.flip().chars().allMatch(TextContent::belongsIntoText)) {
        return false;
      }
    } while (result.isOverflow());
    return true;
  }

  private static boolean belongsIntoText(int character) {
    return character >= ' '
        || character == '\n'
        || character == '\r'
        || character == '\t'
        || character == '\f';
  }
}
