package io.casewire.intake.reading;

import io.casewire.events.Category;
import io.casewire.events.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A customer's text after reading; nothing of it needs to be kept from anybody any more.
 *
 * @param language primary subtag (BCP 47)
 * @param confidence of the category, 0 to 1; 1 when the customer chose it
 */
public record ReadText(
    @Nullable String subject,
    String text,
    String language,
    Category category,
    double confidence,
    Priority priority) {}
