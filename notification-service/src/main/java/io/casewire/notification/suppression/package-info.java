/** Addresses that take no mail, or want no automatic mail, for a time. */
@NullMarked
package io.casewire.notification.suppression;

import org.jspecify.annotations.NullMarked;
