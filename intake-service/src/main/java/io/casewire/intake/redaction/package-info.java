/**
 * Takes card numbers, passwords, codes and identity numbers out of what customers write, before it
 * is stored, logged or published. Plain functions on strings; nothing here keeps what it has seen.
 */
@NullMarked
package io.casewire.intake.redaction;

import org.jspecify.annotations.NullMarked;
