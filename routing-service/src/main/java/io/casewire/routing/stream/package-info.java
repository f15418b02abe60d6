/** Where the stream enters this service, and what its events do to cases. */
@NullMarked
package io.casewire.routing.stream;

import org.jspecify.annotations.NullMarked;
