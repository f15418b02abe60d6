/** Kills everything, and shows that nothing is lost. */
@NullMarked
package io.casewire.acceptance.fault;

import org.jspecify.annotations.NullMarked;
