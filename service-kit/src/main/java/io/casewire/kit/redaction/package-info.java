/**
 * Takes card numbers, passwords, codes and identity numbers out of what people write, before it is
 * stored, logged or published. Plain functions on strings; nothing here keeps what it has seen.
 */
@NullMarked
package io.casewire.kit.redaction;

import org.jspecify.annotations.NullMarked;
