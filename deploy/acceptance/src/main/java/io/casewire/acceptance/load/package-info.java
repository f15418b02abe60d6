/** Puts the stack under an open-loop load and measures what its customers would feel. */
@NullMarked
package io.casewire.acceptance.load;

import org.jspecify.annotations.NullMarked;
