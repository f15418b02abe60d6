/** Brings the stack under test up, once for all tests. */
@NullMarked
package io.casewire.acceptance.stack;

import org.jspecify.annotations.NullMarked;
