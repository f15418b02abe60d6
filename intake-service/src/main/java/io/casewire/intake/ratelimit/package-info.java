/** How often the public endpoints may be used by one sender. */
@NullMarked
package io.casewire.intake.ratelimit;

import org.jspecify.annotations.NullMarked;
