/**
 * Calendars and policies as supervisors define them: kept in versions that never change, and looked
 * up by whoever decides about clocks.
 */
@NullMarked
package io.casewire.sla.rules;

import org.jspecify.annotations.NullMarked;
