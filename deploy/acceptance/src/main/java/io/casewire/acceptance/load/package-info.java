/** Puts the stack under an open-loop load and measures what its customers would feel. */
package io.casewire.acceptance.load;
