/** This service's copy of the staff: who may see which cases. */
@NullMarked
package io.casewire.sla.directory;

import org.jspecify.annotations.NullMarked;
