package io.casewire.routing.desk;

import io.casewire.routing.life.Actor;
import io.casewire.routing.life.OwnerState;
import io.casewire.routing.life.StaffCommand;
import io.casewire.routing.roster.QueueBook;
import java.time.Instant;

/**
 * Makes a command of what somebody wants, once it is known who that is, what the case's owner can
 * do and what time it is.
 */
@FunctionalInterface
public interface Wish {

  StaffCommand command(Actor by, QueueBook queues, OwnerState owner, Instant now);
}
