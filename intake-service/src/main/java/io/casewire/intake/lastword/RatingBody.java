package io.casewire.intake.lastword;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How content a customer is. */
record RatingBody(
    @NotNull @Min(1) @Max(5) Integer score,
    @Nullable @Size(max = RatingBody.LONGEST_COMMENT) String comment) {

  /** In characters. */
  static final int LONGEST_COMMENT = 2000;
}
