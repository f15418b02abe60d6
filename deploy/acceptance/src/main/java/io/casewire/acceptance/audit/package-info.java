/** Looks into all four databases and the stream for anything lost, doubled or out of order. */
@NullMarked
package io.casewire.acceptance.audit;

import org.jspecify.annotations.NullMarked;
