/** The one source of time that code and tests share. */
@NullMarked
package io.casewire.kit.time;

import org.jspecify.annotations.NullMarked;
