package io.casewire.routing.directory;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;

/**
 * What decides which queue takes a case.
 *
 * @param language primary subtag (BCP 47)
 */
public record CaseFacts(
    Category category, String language, String channel, Priority priority, Assurance assurance) {}
