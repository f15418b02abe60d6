package io.casewire.intake.conversation;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** What of a member of staff decides which cases he may read. */
@Entity
@Table(name = "staff")
class StaffEntity {

  private static final String SEPARATOR = " ";

  @Id
  @Column(name = "agent_id")
  String agentId;

  long version;

  @Enumerated(EnumType.STRING)
  AgentRole role;

  /** Queue ids have no blanks, so a list of them needs no table. */
  String queues;

  boolean active;

  protected StaffEntity() {}

  StaffEntity(String agentId) {
    this.agentId = agentId;
  }

  /** Takes over a snapshot unless a newer one is known already. */
  void define(AgentDefined agent) {
    if (agent.version() > version) {
      version = agent.version();
      role = agent.role();
      queues = String.join(SEPARATOR, agent.queues());
      active = agent.active();
    }
  }

  List<String> queues() {
    return queues.isEmpty() ? List.of() : List.of(queues.split(SEPARATOR));
  }
}
