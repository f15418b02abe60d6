/** Tells agents at once what has changed on their cases, whichever replica changed it. */
@NullMarked
package io.casewire.routing.live;

import org.jspecify.annotations.NullMarked;
