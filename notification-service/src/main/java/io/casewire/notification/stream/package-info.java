/** Where the stream enters. */
@NullMarked
package io.casewire.notification.stream;

import org.jspecify.annotations.NullMarked;
