package io.casewire.routing.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.problem.Problem;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the agent behind a caller. */
@ApplicationScoped
public class Viewers {

  private static final Duration UNTIL_VISIBLE = Duration.ofSeconds(1);

  private final Roster roster;

  Viewers(Roster roster) {
    this.roster = roster;
  }

  /** The caller as an agent. A caller who was never defined, or has left, sees nothing. */
  public Uni<Viewer> of(Mutiny.Session session, Caller caller) {
    return roster
        .find(session, caller.agentId())
        .map(found -> found.filter(atWork -> atWork.agent().active()))
        .map(found -> new Viewer(caller, found));
  }

  /**
   * The answer for a case that does not exist, and for one that the caller may not see: the caller
   * can't tell them apart. A case that was accepted just now comes into sight within a moment.
   */
  public static Problem unseen() {
    return Problem.notFound().withRetryAfter(UNTIL_VISIBLE);
  }
}
