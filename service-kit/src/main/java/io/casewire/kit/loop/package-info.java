/** Work that is done again and again: at once when there is a reason, else after a while. */
@NullMarked
package io.casewire.kit.loop;

import org.jspecify.annotations.NullMarked;
