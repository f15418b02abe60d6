package io.casewire.routing.life;

import static io.casewire.events.Category.DISPUTE;
import static io.casewire.events.Priority.URGENT;
import static io.casewire.routing.directory.Agents.agent;
import static io.casewire.routing.directory.Queues.queue;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Agents;
import io.casewire.routing.directory.CaseFacts;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One case for tests, in any status, and the people around it. */
final class Cases {

  static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  static final Duration WINDOW = Duration.ofDays(14);
  static final Instant REOPEN_UNTIL = NOW.plus(WINDOW);
  static final Instant WAKE_AT = Instant.parse("2026-03-05T08:00:00Z");

  static final Actor OWNER = new Actor("mei", Actor.Authority.MEMBER);
  static final Actor COLLEAGUE = new Actor("jon", Actor.Authority.MEMBER);
  static final Actor LEAD = new Actor("ada", Actor.Authority.LEAD);
  static final Actor STRANGER = new Actor("eve", Actor.Authority.NONE);

  private static final Label LABEL = new Label(Priority.NORMAL, Category.REFUND, "zh");

  private static final List<Queue> QUEUES =
      List.of(
          queue("urgent", 1, new QueueMatch(Set.of(), Set.of(), Set.of(), Set.of(URGENT), null)),
          queue("disputes", 2, new QueueMatch(Set.of(DISPUTE), Set.of(), Set.of(), Set.of(), null)),
          queue("refunds", 3, QueueMatch.ANY));

  private Cases() {}

  /** As of {@link #NOW}, with these agents changed. */
  static Circumstances circumstances(Actor by, OwnerState owner, Agents... changed) {
    Map<String, AgentAtWork> agents = new HashMap<>();
    Stream.of("mei", "jon", "ada").forEach(id -> agents.put(id, agent(id, "refunds").atWork()));
    Stream.of(changed).map(Agents::atWork).forEach(agent -> agents.put(agent.id(), agent));
    CaseFacts facts =
        new CaseFacts(
            LABEL.category(), LABEL.language(), "email", LABEL.priority(), Assurance.values()[0]);
    return new Circumstances(by, owner, facts, QUEUES, agents, NOW);
  }

  static CaseState owned(CaseStatus status) {
    return in(status, "mei");
  }

  static CaseState unowned(CaseStatus status) {
    return in(status, null);
  }

  private static CaseState in(CaseStatus status, String owner) {
    return new CaseState(
        Phase.of(status, REOPEN_UNTIL, WAKE_AT, false),
        new Place(owner, "refunds", OPENED),
        LABEL,
        new Reading(3, 1),
        0);
  }
}
