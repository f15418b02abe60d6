/**
 * What a message is about, learned from labelled examples. Plain Java, so that the measurement runs
 * without the service.
 */
@NullMarked
package io.casewire.intake.classification;

import org.jspecify.annotations.NullMarked;
