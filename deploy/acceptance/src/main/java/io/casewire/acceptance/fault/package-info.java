/** Kills and stops the processes of a stack, at moments that a seed decides. */
@NullMarked
package io.casewire.acceptance.fault;

import org.jspecify.annotations.NullMarked;
