package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MailAttachment;
import java.nio.charset.StandardCharsets;

/** The beginning of an enclosed part as text, enough for its header fields. */
final class EnclosedText {

  private static final int READ_BYTES = 64 * 1024;

  private EnclosedText() {}

  static String of(MailAttachment part) {
    int length = Math.min(part.size(), READ_BYTES);
    return new String(part.content(), 0, length, StandardCharsets.UTF_8).stripLeading();
  }
}
