package io.casewire.routing.desk;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.telemetry.Traces;
import io.casewire.routing.life.StaffCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command, the member of staff who gives it, and the case that it is about. Plain data, like the
 * command itself.
 *
 * @param by the actor
 * @param ifMatch the version that the actor has seen; null for any
 */
public record CommandRequest(
    String idOrNumber, Caller by, @Nullable String ifMatch, Cause cause, StaffCommand command) {

  /** A command that the current HTTP request gives. */
  public static CommandRequest of(
      String idOrNumber, Caller by, @Nullable String ifMatch, StaffCommand command) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return new CommandRequest(idOrNumber, by, ifMatch, cause, command);
  }
}
