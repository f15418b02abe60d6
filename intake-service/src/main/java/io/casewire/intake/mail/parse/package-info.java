/**
 * Reads mail as the world sends it. Apache James Mime4j's pull parser does the tokens: unlike a
 * document builder or Jakarta Mail it hands out one part at a time, so that depth, number and size
 * are checked before anything is built, it needs no session, content handlers or system properties
 * to be lenient, and it never recurses. What hostile or careless senders do to charsets, names and
 * structure is handled here.
 */
@NullMarked
package io.casewire.intake.mail.parse;

import org.jspecify.annotations.NullMarked;
