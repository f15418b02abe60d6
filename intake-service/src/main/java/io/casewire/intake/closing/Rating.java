package io.casewire.intake.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How content a customer is with the resolution of a case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rating(
    @NotNull @Min(1) @Max(5) Integer score,
    @Nullable @Size(max = Rating.LONGEST_COMMENT) String comment) {

  /** In characters. */
  static final int LONGEST_COMMENT = 2000;
}
