package io.casewire.intake.lastword;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A rating as it is kept. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingAnswer(int score, @Nullable String comment) {}
