/** The stack under test, seen from outside. */
package io.casewire.acceptance.stack;
