/**
 * What surrounds every event: CloudEvents 1.0 attributes in binary mode, without a word about what
 * the event means. The only package of the contract that technical code may know.
 */
@NullMarked
package io.casewire.events.envelope;

import org.jspecify.annotations.NullMarked;
