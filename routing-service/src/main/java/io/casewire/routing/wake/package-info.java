/** How those who make work or room for it wake those who bring both together. */
@NullMarked
package io.casewire.routing.wake;

import org.jspecify.annotations.NullMarked;
