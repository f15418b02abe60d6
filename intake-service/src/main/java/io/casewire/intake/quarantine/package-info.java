/** Mail that waits for a person to look at it, and mail kept as it came; both for a short time. */
@NullMarked
package io.casewire.intake.quarantine;

import org.jspecify.annotations.NullMarked;
