/** Cases and their messages as the customer sees them, and the way of a new message into a case. */
@NullMarked
package io.casewire.intake.conversation;

import org.jspecify.annotations.NullMarked;
