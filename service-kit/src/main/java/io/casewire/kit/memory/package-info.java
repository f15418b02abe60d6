/** Bounds the memory of a replica by the bytes that it works on at once. */
@NullMarked
package io.casewire.kit.memory;

import org.jspecify.annotations.NullMarked;
