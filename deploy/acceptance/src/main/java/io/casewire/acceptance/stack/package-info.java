/** The stack under test, seen from outside. */
@NullMarked
package io.casewire.acceptance.stack;

import org.jspecify.annotations.NullMarked;
