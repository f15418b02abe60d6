/** Cases as they are kept, and the one way in which they change. */
@NullMarked
package io.casewire.routing.casework;

import org.jspecify.annotations.NullMarked;
