/**
 * Business time: when a calendar is open, and which instant a span of open time ends at.
 *
 * <p>All arithmetic is done on instants. A local day is turned into spans of instants with its
 * zone's rules, so a day of 23 or 25 hours counts what its clocks really ran.
 */
@NullMarked
package io.casewire.sla.calendar;

import org.jspecify.annotations.NullMarked;
