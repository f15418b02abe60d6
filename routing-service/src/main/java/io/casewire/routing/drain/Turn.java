package io.casewire.routing.drain;

import java.util.UUID;

/**
 * A case's place in its queue, in the words of the database: the sort key of the turn.
 *
 * @param due as text, since a case without a deadline is due at infinity
 */
record Turn(int rank, String due, String waitingSince, UUID caseId) {}
