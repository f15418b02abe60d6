/**
 * The life of a case: which moves are legal, who may make them and what follows from them.
 *
 * <p>{@link io.casewire.routing.life.LegalMoves} is the table; {@link
 * io.casewire.routing.life.CaseLife} decides a command against it; the events that come out,
 * applied to the state, are the new state. Nothing here knows the time, the database or the wire.
 */
@NullMarked
package io.casewire.routing.life;

import org.jspecify.annotations.NullMarked;
