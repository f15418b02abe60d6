/** Hands mails to the mail server. */
@NullMarked
package io.casewire.notification.smtp;

import org.jspecify.annotations.NullMarked;
