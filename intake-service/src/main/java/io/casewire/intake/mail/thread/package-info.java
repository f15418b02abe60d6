/** Which case a mail belongs to, and whether its sender may add to it. */
@NullMarked
package io.casewire.intake.mail.thread;

import org.jspecify.annotations.NullMarked;
