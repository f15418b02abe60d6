/** Makes a repeated request harmless: it gets the first one's answer. */
@NullMarked
package io.casewire.kit.idempotency;

import org.jspecify.annotations.NullMarked;
