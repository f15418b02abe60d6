/** Agents and queues as they are kept: defined by supervisors, online or not, with their load. */
@NullMarked
package io.casewire.routing.roster;

import org.jspecify.annotations.NullMarked;
