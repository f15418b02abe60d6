/** A customer closes his case, and rates its resolution. */
@NullMarked
package io.casewire.intake.closing;

import org.jspecify.annotations.NullMarked;
