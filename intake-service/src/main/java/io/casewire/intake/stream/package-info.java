/** Where the topics enter this service. */
@NullMarked
package io.casewire.intake.stream;

import org.jspecify.annotations.NullMarked;
