package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** Staff corrected the category or the language. */
public record CaseClassified(
    UUID caseId, Category category, String language, String agentId, Instant at)
    implements CaseEvent {}
