/** How the clients of a load behave. */
@NullMarked
package io.casewire.acceptance.load;

import org.jspecify.annotations.NullMarked;
