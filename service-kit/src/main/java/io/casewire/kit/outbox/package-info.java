/**
 * Events leave a service through a table: written in the transaction that changes the state, sent
 * by a relay, deleted when the broker has acknowledged them.
 */
@NullMarked
package io.casewire.kit.outbox;

import org.jspecify.annotations.NullMarked;
