/** Where records wait that can't be applied, key by key, until somebody has mended the cause. */
@NullMarked
package io.casewire.kit.parking;

import org.jspecify.annotations.NullMarked;
