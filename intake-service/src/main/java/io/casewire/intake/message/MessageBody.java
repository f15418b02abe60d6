package io.casewire.intake.message;

import io.casewire.intake.attachment.ReceivedFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A message that a customer adds to his case; the limits are those of the interface. */
record MessageBody(
    @NotBlank @Size(max = 100_000) String text,
    @Valid @Size(max = 10) List<@NotNull ReceivedFile> attachments) {

  MessageBody {
    attachments = attachments == null ? List.of() : attachments;
  }
}
