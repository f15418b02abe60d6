/**
 * The live chat: a socket is only a window on a session, whose messages and answers are in the
 * tables. A window that was away reads there the entries that it has missed.
 */
@NullMarked
package io.casewire.intake.chat;

import org.jspecify.annotations.NullMarked;
