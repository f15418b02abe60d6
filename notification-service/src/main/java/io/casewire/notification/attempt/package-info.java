/** What can come of an attempt to deliver, and what follows from it. */
@NullMarked
package io.casewire.notification.attempt;

import org.jspecify.annotations.NullMarked;
