/** Puts notices into words and the words into mails. */
@NullMarked
package io.casewire.notification.letter;

import org.jspecify.annotations.NullMarked;
