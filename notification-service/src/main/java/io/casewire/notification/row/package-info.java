/** How records travel to the database and back. */
@NullMarked
package io.casewire.notification.row;

import org.jspecify.annotations.NullMarked;
