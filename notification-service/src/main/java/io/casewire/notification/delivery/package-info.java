/** Brings mails to the mail server: each once, in order, whatever fails on the way. */
@NullMarked
package io.casewire.notification.delivery;

import org.jspecify.annotations.NullMarked;
