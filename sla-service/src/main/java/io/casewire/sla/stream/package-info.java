/** Where the topics enter this service. */
@NullMarked
package io.casewire.sla.stream;

import org.jspecify.annotations.NullMarked;
