package io.casewire.intake.request;

import io.casewire.events.Category;
import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as a customer posts it; the limits are those of the interface. */
record RequestBody(
    @Valid @NotNull CustomerBody customer,
    @NotBlank @Size(max = 500) String subject,
    @NotBlank @Size(max = 100_000) String body,
    @Nullable Category category,
    @Nullable @Size(max = 200) String transactionRef,
    @Valid @Size(max = 10) List<@NotNull ReceivedFile> attachments) {

  RequestBody {
    attachments = attachments == null ? List.of() : attachments;
  }

  /** The customer's address in normal form; a problem names the field if it is none. */
  EmailAddress address() {
    return EmailAddress.parse(customer.email())
        .orElseThrow(() -> Problem.invalid("customer.email", "is no e-mail address"));
  }

  /** The customer. */
  record CustomerBody(
      @NotBlank @Size(max = 254) String email,
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 50) String phone,
      @Nullable
          @Pattern(
              regexp = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}",
              message = "is no language tag")
          String locale,
      @Nullable @Size(max = 200) String accountRef) {}
}
