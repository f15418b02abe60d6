package io.casewire.routing.desk;

import io.casewire.routing.life.Actor;
import io.casewire.routing.life.StaffCommand;
import io.casewire.routing.roster.QueueBook;
import java.time.Instant;

/** Makes a command of what somebody wants, once it is known who he is and what time it is. */
@FunctionalInterface
public interface Wish {

  StaffCommand command(Actor by, QueueBook queues, Instant now);
}
