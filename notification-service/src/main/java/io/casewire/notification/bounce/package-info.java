/** What follows from reports about mails that we have sent. */
@NullMarked
package io.casewire.notification.bounce;

import org.jspecify.annotations.NullMarked;
