/** Looks for cases that the service may have forgotten; it normally finds none. */
@NullMarked
package io.casewire.routing.audit;

import org.jspecify.annotations.NullMarked;
