/** Tells all replicas at once that there is something new to read in the database. */
@NullMarked
package io.casewire.kit.signal;

import org.jspecify.annotations.NullMarked;
