/**
 * Who works here and which queues they work on: agents, queues, and which queue takes a case.
 *
 * <p>A definition is what somebody with the right to do so has put, and carries a version. What
 * changes by itself while people work (presence, load) is apart from it, in {@link
 * io.casewire.routing.directory.AgentAtWork}.
 */
@NullMarked
package io.casewire.routing.directory;

import org.jspecify.annotations.NullMarked;
