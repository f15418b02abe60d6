/**
 * The live chat: a socket is only a window on a session, whose messages and answers are in the
 * tables. Whatever a window misses it reads there when it comes back.
 */
@NullMarked
package io.casewire.intake.chat;

import org.jspecify.annotations.NullMarked;
