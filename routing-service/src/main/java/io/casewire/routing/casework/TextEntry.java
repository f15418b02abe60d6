package io.casewire.routing.casework;

import java.util.UUID;

/**
 * What somebody wrote.
 *
 * @param id of the message or note
 * @param intakeSeq the sequence of the event that brought it; 0 for what staff wrote
 * @param searchable all by which it is found
 */
record TextEntry(UUID id, UUID caseId, long intakeSeq, String text, String searchable) {}
