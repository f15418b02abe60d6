/** Limits how often one client may ask. */
@NullMarked
package io.casewire.kit.ratelimit;

import org.jspecify.annotations.NullMarked;
