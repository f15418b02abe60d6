package io.casewire.intake.attachment;

import io.casewire.kit.problem.Problem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How much a customer may send with one message. */
@ConfigMapping(prefix = "casewire.intake.files")
public interface FileLimits {

  /** The most files. */
  @WithDefault("10")
  int count();

  /** The most bytes of one file. */
  @WithDefault("10485760")
  long fileBytes();

  /** The most bytes of all files of a message. */
  @WithDefault("26214400")
  long totalBytes();

  /**
   * Checks files that came in.
   *
   * @throws Problem 400 if there are too many, 413 if they are too large
   */
  static void check(FileLimits limits, List<ReceivedFile> files) {
    if (files.size() > limits.count()) {
      throw Problem.invalid("attachments", "must not be more than " + limits.count());
    }
    long total = 0;
    for (int place = 0; place < files.size(); place++) {
      long size = files.get(place).content().length;
      if (size > limits.fileBytes()) {
        throw tooLarge("attachments[%d].content".formatted(place), limits.fileBytes());
      }
      total += size;
    }
    if (total > limits.totalBytes()) {
      throw tooLarge("attachments", limits.totalBytes());
    }
  }

  private static Problem tooLarge(String field, long maximumBytes) {
    return Problem.tooLarge(field, maximumBytes);
  }
}
