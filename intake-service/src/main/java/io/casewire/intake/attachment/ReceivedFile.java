package io.casewire.intake.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A file as it came in: in JSON with its content in base64, in a form, or with a mail. */
public record ReceivedFile(
    @NotBlank @Size(max = 255) String fileName,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[\\w.+-]+/[\\w.+-]+( *;.*)?", message = "is no media type")
        String contentType,
    @NotNull byte[] content) {}
