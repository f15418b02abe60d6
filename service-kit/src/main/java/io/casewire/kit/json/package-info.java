/** The one JSON mapper of a service: strict about what comes in, ISO 8601 about what goes out. */
@NullMarked
package io.casewire.kit.json;

import org.jspecify.annotations.NullMarked;
