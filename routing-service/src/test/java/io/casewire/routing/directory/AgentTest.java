package io.casewire.routing.directory;

import static io.casewire.routing.directory.Agents.agent;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.AgentRole;
import org.junit.jupiter.api.Test;

class AgentTest {

  private static final Agents MEI = agent("mei", "refunds", "fraud");
  private static final Agents BOSS = agent("boss").role(AgentRole.SUPERVISOR);

  @Test
  void works_on_the_queues_that_are_named_and_a_supervisor_on_all() {
    assertTrue(MEI.agent().canWorkOn("refunds"));
    assertFalse(MEI.agent().canWorkOn("disputes"));
    assertTrue(BOSS.agent().canWorkOn("disputes"));
  }

  @Test
  void works_on_nothing_after_leaving() {
    assertFalse(MEI.left().agent().canWorkOn("refunds"));
    assertFalse(BOSS.left().agent().canWorkOn("refunds"));
  }

  @Test
  void loses_work_by_leaving_by_losing_a_queue_and_by_leading_the_desk_no_more() {
    assertTrue(MEI.agent().losesWorkBy(MEI.left().agent()));
    assertTrue(MEI.agent().losesWorkBy(agent("mei", "refunds").agent()));
    assertTrue(BOSS.agent().losesWorkBy(BOSS.role(AgentRole.LEAD).agent()));
  }

  @Test
  void loses_no_work_by_another_queue_another_capacity_or_a_higher_role() {
    assertFalse(MEI.agent().losesWorkBy(agent("mei", "refunds", "fraud", "disputes").agent()));
    assertFalse(MEI.agent().losesWorkBy(MEI.capacity(0).agent()));
    assertFalse(MEI.agent().losesWorkBy(MEI.role(AgentRole.ADMIN).agent()));
    assertFalse(MEI.left().agent().losesWorkBy(MEI.left().agent()));
  }
}
