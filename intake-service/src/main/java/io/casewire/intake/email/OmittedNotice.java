package io.casewire.intake.email;

import io.casewire.intake.mail.OmittedAttachment;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the reader of a message which files the mail had beyond the limits. */
final class OmittedNotice {

  private static final int NAMED = 20;
  private static final long KIB = 1024;

  private OmittedNotice() {}

  /** The text with the notice below; the same text when nothing was omitted. */
  static String below(String text, List<OmittedAttachment> omitted) {
    if (omitted.isEmpty()) {
      return text;
    }
    String names =
        omitted.stream().limit(NAMED).map(OmittedNotice::named).collect(Collectors.joining(", "));
    String more = omitted.size() > NAMED ? ", …" : "";
    return "%s\n\n[Not kept, too large or too many: %s%s]".formatted(text, names, more).strip();
  }

  private static String named(OmittedAttachment file) {
    return "%s (%d KiB)".formatted(file.fileName(), (file.size() + KIB - 1) / KIB);
  }
}
