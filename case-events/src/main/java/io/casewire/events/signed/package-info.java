/**
 * Tokens that two services can check without asking each other or a table: Message-IDs, reply
 * addresses and subjects that name a case, and the links that open one.
 *
 * <p>Intake and notification hold the same {@link io.casewire.events.signed.KeyRing} by
 * configuration. A token proves who issued it and nothing more: a mail that bears one is only a
 * candidate for its case until its sender is known as a participant.
 */
@NullMarked
package io.casewire.events.signed;

import org.jspecify.annotations.NullMarked;
