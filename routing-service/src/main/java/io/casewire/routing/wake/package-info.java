/** Wakes the drainer; it stands apart so that packages depend on each other one way. */
@NullMarked
package io.casewire.routing.wake;

import org.jspecify.annotations.NullMarked;
