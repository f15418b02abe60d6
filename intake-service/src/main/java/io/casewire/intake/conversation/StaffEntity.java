package io.casewire.intake.conversation;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import io.casewire.kit.mail.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The role and queues of a member of staff, which decide about the cases to be read. */
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

  /** In normal form; null if the directory has no valid address. */
  @Nullable String address;

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
      address = EmailAddress.parse(agent.personal().email()).map(EmailAddress::value).orElse(null);
    }
  }

  List<String> queues() {
    return queues.isEmpty() ? List.of() : List.of(queues.split(SEPARATOR));
  }
}
