/**
 * What customers were promised: ordered, versioned policies of which the first that fits a case
 * sets the targets of its clocks.
 */
@NullMarked
package io.casewire.sla.policy;

import org.jspecify.annotations.NullMarked;
