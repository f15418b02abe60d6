/** The trace that the current work belongs to. */
@NullMarked
package io.casewire.kit.telemetry;

import org.jspecify.annotations.NullMarked;
