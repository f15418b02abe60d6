/** The agents' interface: what staff see of cases and do with them. */
@NullMarked
package io.casewire.routing.desk;

import org.jspecify.annotations.NullMarked;
