/** How records travel to the database and back. */
@NullMarked
package io.casewire.kit.row;

import org.jspecify.annotations.NullMarked;
