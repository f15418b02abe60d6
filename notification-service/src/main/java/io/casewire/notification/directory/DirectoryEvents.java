package io.casewire.notification.directory;

import io.casewire.events.AgentDefined;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.delivery.DeliveryQueue;
import io.casewire.notification.notice.Languages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the copy of the agents, and lets go what waited for them. */
@ApplicationScoped
class DirectoryEvents implements EventHandler {

  private static final String SAVE =
      """
      insert into agent (agent_id, version, address, language, queues, active)
      select agent_id, version, address, language, queues, active
      from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as snapshot (
        agent_id text, version bigint, address text, language text, queues text[], active boolean)
      order by agent_id
      on conflict (agent_id) do update set
        version = excluded.version, address = excluded.address, language = excluded.language,
        queues = excluded.queues, active = excluded.active
        where agent.version < excluded.version
      """;

  private final DeliveryQueue deliveries;
  private final Languages languages;

  DirectoryEvents(DeliveryQueue deliveries, Languages languages) {
    this.deliveries = deliveries;
    this.languages = languages;
  }

  @Override
  public String topic() {
    return Topics.DIRECTORY_EVENTS;
  }

  @Override
  public boolean consumes(String type) {
    return EventType.AGENT_DEFINED.wireName().equals(type);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    Map<String, AgentRow> newest = new TreeMap<>();
    events.stream()
        .map(event -> (AgentDefined) EventCodec.decode(EventType.AGENT_DEFINED, event.body()))
        .map(agent -> AgentRow.of(agent, languages))
        .forEach(agent -> newest.merge(agent.agentId(), agent, DirectoryEvents::newer));
    return save(unitOfWork, newest.values())
        .chain(() -> deliveries.recipientsKnown(unitOfWork, newest.keySet()));
  }

  private static AgentRow newer(AgentRow one, AgentRow other) {
    return one.version() < other.version() ? other : one;
  }

  private static Uni<Void> save(UnitOfWork unitOfWork, Collection<AgentRow> agents) {
    return unitOfWork
        .session()
        .createNativeQuery(SAVE)
        .setParameter(1, Rows.write(agents))
        .executeUpdate()
        .replaceWithVoid();
  }
}
