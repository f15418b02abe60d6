package io.casewire.intake.access;

import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.ConversationView.FileView;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** Sizes of files as people read them. */
@TemplateExtension
final class FileSizes {

  private static final double KILOBYTE = 1024;

  private static final long MEGABYTE = 1024L * 1024;

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

  /** In whole megabytes, rounded down, so that a form promises no more than is taken. */
  static long fileMegabytes(FileLimits limits) {
    return limits.fileBytes() / MEGABYTE;
  }

  /** In whole megabytes, rounded down. */
  static long totalMegabytes(FileLimits limits) {
    return limits.totalBytes() / MEGABYTE;
  }
}
