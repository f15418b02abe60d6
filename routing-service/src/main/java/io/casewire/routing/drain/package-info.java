/** Takes waiting cases out of the queues and gives them to agents. */
@NullMarked
package io.casewire.routing.drain;

import org.jspecify.annotations.NullMarked;
