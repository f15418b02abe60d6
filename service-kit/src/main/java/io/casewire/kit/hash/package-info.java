/** Hashes of contents and texts. */
@NullMarked
package io.casewire.kit.hash;

import org.jspecify.annotations.NullMarked;
