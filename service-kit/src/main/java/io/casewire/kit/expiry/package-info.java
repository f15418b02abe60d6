/** Removes what is kept for a time only. */
@NullMarked
package io.casewire.kit.expiry;

import org.jspecify.annotations.NullMarked;
