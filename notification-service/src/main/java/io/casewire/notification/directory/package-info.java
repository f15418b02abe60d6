/** This service's copy of the agents: where their alerts go, and what they may see. */
@NullMarked
package io.casewire.notification.directory;

import org.jspecify.annotations.NullMarked;
