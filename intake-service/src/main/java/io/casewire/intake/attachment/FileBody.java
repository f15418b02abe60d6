package io.casewire.intake.attachment;

import io.casewire.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file in the body of a request, its content in base64. */
public record FileBody(
    @NotBlank @Size(max = 255) String fileName,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[\\w.+-]+/[\\w.+-]+( *;.*)?", message = "is no media type")
        String contentType,
    @NotNull byte[] content) {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int LARGEST = 10 * MEBIBYTE;
  private static final int LARGEST_TOGETHER = 25 * MEBIBYTE;

  /**
   * The files of a request; none if it has no such field.
   *
   * @throws Problem 413 if one, or all together, are too large
   */
  public static List<ReceivedFile> received(@Nullable List<FileBody> files) {
    if (files == null) {
      return List.of();
    }
    long together = 0;
    for (FileBody file : files) {
      together += file.content.length;
      if (file.content.length > LARGEST) {
        throw tooLarge("A file must not exceed %d bytes.".formatted(LARGEST));
      }
    }
    if (together > LARGEST_TOGETHER) {
      throw tooLarge("The files must not exceed %d bytes together.".formatted(LARGEST_TOGETHER));
    }
    return files.stream()
        .map(file -> new ReceivedFile(file.fileName, file.contentType, file.content))
        .toList();
  }

  private static Problem tooLarge(String detail) {
    return Problem.tooLarge(LARGEST_TOGETHER).withDetail(detail);
  }
}
