/** What staff see of clocks and escalations, and what they do about them. */
@NullMarked
package io.casewire.sla.desk;

import org.jspecify.annotations.NullMarked;
