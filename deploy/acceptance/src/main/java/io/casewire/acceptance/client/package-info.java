/** Clients of the stack's interfaces, as an outsider would write them. */
@NullMarked
package io.casewire.acceptance.client;

import org.jspecify.annotations.NullMarked;
