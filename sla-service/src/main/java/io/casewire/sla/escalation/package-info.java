/** Who hears of a breached clock, level by level, until somebody answers. */
@NullMarked
package io.casewire.sla.escalation;

import org.jspecify.annotations.NullMarked;
