/**
 * Cases and their messages as the customer sees them, and how a new message becomes part of one.
 */
@NullMarked
package io.casewire.intake.conversation;

import org.jspecify.annotations.NullMarked;
