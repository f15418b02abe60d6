/** Keeps records that can't be applied, key by key, until an operator has mended the cause. */
@NullMarked
package io.casewire.kit.parking;

import org.jspecify.annotations.NullMarked;
