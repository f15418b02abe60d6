/** What can be asked of a running stack: to bear a load, and to prove that it lost nothing. */
package io.casewire.acceptance;
