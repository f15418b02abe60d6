package io.casewire.routing.desk;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.redaction.Redacted;
import io.casewire.kit.telemetry.Traces;
import io.casewire.routing.directory.AgentAtWork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a case.
 *
 * @param ifMatch the header; null when absent
 * @param wish what it is
 * @param assignee who is to get it; null if it is not about that
 * @param text what he writes, without secrets; null if nothing
 */
public record Order(
    String idOrNumber,
    Caller caller,
    Cause cause,
    @Nullable String ifMatch,
    Wish wish,
    @Nullable AgentAtWork assignee,
    @Nullable Redacted text) {

  /** An order of the request under way. */
  public static Order of(String idOrNumber, Caller caller, @Nullable String ifMatch, Wish wish) {
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return new Order(idOrNumber, caller, cause, ifMatch, wish, null, null);
  }

  /** The same with what he writes, which is kept and published in this form. */
  public Order writing(Redacted words) {
    return new Order(idOrNumber, caller, cause, ifMatch, wish, assignee, words);
  }

  Order to(AgentAtWork agent) {
    return new Order(idOrNumber, caller, cause, ifMatch, wish, agent, text);
  }

  /** The one to whom it may go, if that is the agent with this id. */
  Optional<AgentAtWork> assignee(String agentId) {
    return Optional.ofNullable(assignee).filter(agent -> agent.id().equals(agentId));
  }
}
