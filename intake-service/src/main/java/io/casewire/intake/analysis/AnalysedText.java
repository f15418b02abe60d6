package io.casewire.intake.analysis;

import io.casewire.events.Category;
import io.casewire.events.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A customer's text after its analysis: redacted, so that it may be stored and shown.
 *
 * @param language primary subtag (BCP 47)
 * @param confidence of the category, 0 to 1; 1 when the customer chose it
 */
public record AnalysedText(
    @Nullable String subject,
    String text,
    String language,
    Category category,
    double confidence,
    Priority priority) {}
