/** Tells the stream what became of notices. */
@NullMarked
package io.casewire.notification.announcement;

import org.jspecify.annotations.NullMarked;
