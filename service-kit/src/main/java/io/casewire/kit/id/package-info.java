/** Identifiers. */
@NullMarked
package io.casewire.kit.id;

import org.jspecify.annotations.NullMarked;
