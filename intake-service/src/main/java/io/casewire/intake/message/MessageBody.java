package io.casewire.intake.message;

import io.casewire.intake.attachment.FileBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer adds to his case; the limits are those of the interface. */
record MessageBody(
    @NotBlank @Size(max = 100_000) String text,
    @Nullable @Valid @Size(max = 10) List<@NotNull FileBody> attachments) {}
