package io.casewire.intake.access;

import io.casewire.intake.conversation.ConversationView.FileView;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** Sizes of files as people read them. */
@TemplateExtension
final class FileSizes {

  private static final double KILOBYTE = 1024;

  private FileSizes() {}

  static String readableSize(FileView file) {
    double kilobytes = file.size() / KILOBYTE;
    if (kilobytes < 1) {
      return file.size() + " B";
    }
    return kilobytes < KILOBYTE
        ? String.format(Locale.ROOT, "%.0f KB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / KILOBYTE);
  }
}
