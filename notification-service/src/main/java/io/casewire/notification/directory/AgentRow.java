package io.casewire.notification.directory;

import io.casewire.events.AgentDefined;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.notification.notice.Languages;
import java.util.List;

/** A row of {@code agent}. */
record AgentRow(
    String agentId,
    long version,
    String address,
    String language,
    List<String> queues,
    boolean active) {

  static AgentRow of(AgentDefined agent, Languages languages) {
    return new AgentRow(
        agent.agentId(),
        agent.version(),
        EmailAddress.normal(agent.personal().email()),
        languages.bestOf(agent.languages()),
        agent.queues(),
        agent.active());
  }
}
