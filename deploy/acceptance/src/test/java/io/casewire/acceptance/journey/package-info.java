/** What customers and staff live through, played on a running stack from outside. */
@NullMarked
package io.casewire.acceptance.journey;

import org.jspecify.annotations.NullMarked;
