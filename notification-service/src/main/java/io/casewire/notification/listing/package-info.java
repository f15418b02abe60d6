/** Shows staff what was sent to whom, and what was not, and why. */
@NullMarked
package io.casewire.notification.listing;

import org.jspecify.annotations.NullMarked;
