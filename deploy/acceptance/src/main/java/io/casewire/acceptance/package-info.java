/** What can be asked of a running stack: to bear a load, and to prove that it lost nothing. */
@NullMarked
package io.casewire.acceptance;

import org.jspecify.annotations.NullMarked;
