/**
 * The clocks of a case as a pure function: state and fact in, state and outcomes out.
 *
 * <p>Nothing here looks at a wall clock or makes an id by chance, so the same facts give the same
 * clocks, deadlines, escalations and ids wherever and whenever they are read, in one go or with a
 * restart between any two of them. The instants are those of the facts: a breach is dated by its
 * deadline, however late it is noticed.
 */
@NullMarked
package io.casewire.sla.clock;

import org.jspecify.annotations.NullMarked;
