/** Clocks at work: what facts and time do to them, and what the stream hears of it. */
@NullMarked
package io.casewire.sla.timekeeping;

import org.jspecify.annotations.NullMarked;
