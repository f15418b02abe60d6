/**
 * Events enter a service here: each has its effect exactly once and, per subject, in the order of
 * its source, whatever is delivered twice, late, or after a gap.
 */
@NullMarked
package io.casewire.kit.inbox;

import org.jspecify.annotations.NullMarked;
