/** How much work of this service waits, for operators. */
@NullMarked
package io.casewire.kit.backlog;

import org.jspecify.annotations.NullMarked;
