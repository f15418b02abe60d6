package io.casewire.sla.directory;

import io.casewire.events.AgentDefined;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the copy of the agents. */
@ApplicationScoped
class DirectoryEvents implements EventHandler {

  private static final String SAVE =
      """
      insert into agent (agent_id, version, queues, active)
      select agent_id, version, queues, active
      from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as snapshot (
        agent_id text, version bigint, queues text[], active boolean)
      order by agent_id
      on conflict (agent_id) do update set
        version = excluded.version, queues = excluded.queues, active = excluded.active
        where agent.version < excluded.version
      """;

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
        .map(AgentRow::of)
        .forEach(agent -> newest.merge(agent.agentId(), agent, AgentRow::newer));
    return unitOfWork
        .session()
        .createNativeQuery(SAVE)
        .setParameter(1, Rows.write(newest.values()))
        .executeUpdate()
        .replaceWithVoid();
  }
}
