package io.casewire.intake.form;

import io.casewire.intake.attachment.FileLimits;

/** What a form tells about the files that it takes, before any are chosen. */
public record FileHint(int count, long fileBytes, long totalBytes) {

  private static final long MEGABYTE = 1024L * 1024;

  public static FileHint of(FileLimits limits) {
    return new FileHint(limits.count(), limits.fileBytes(), limits.totalBytes());
  }

  /** In whole megabytes, rounded down, so that nobody is promised too much. */
  public long fileMegabytes() {
    return fileBytes / MEGABYTE;
  }

  /** In whole megabytes, rounded down. */
  public long totalMegabytes() {
    return totalBytes / MEGABYTE;
  }
}
