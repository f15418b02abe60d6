package io.casewire.intake.attachment;

import io.casewire.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file in the body of a request, its content in base64. */
public record FileBody(
    @NotBlank @Size(max = 255) String fileName,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[\\w.+-]+/[\\w.+-]+( *;.*)?", message = "is no media type")
        String contentType,
    @NotNull byte[] content) {

  /**
   * The files of a request; none if it has no such field.
   *
   * @throws Problem 413 if one, or all together, are too large
   */
  public static List<ReceivedFile> received(@Nullable List<FileBody> files, FileLimits limits) {
    List<ReceivedFile> received =
        Stream.ofNullable(files)
            .flatMap(List::stream)
            .map(file -> new ReceivedFile(file.fileName, file.contentType, file.content))
            .toList();
    FileLimits.check(limits, received);
    return received;
  }

  /** Files that came in another way than as JSON, as a request has them. */
  public static List<FileBody> of(List<ReceivedFile> files) {
    return files.stream()
        .map(file -> new FileBody(file.fileName(), file.contentType(), file.content()))
        .toList();
  }
}
