package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.desk.CaseCommands;
import io.casewire.routing.desk.CommandRequest;
import io.casewire.routing.life.StaffCommand;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list of commands about several cases is carried out wholly or not at all. */
@QuarkusTest
class CommandListFlowTest extends FlowTest {

  @Inject Transactions transactions;
  @Inject CaseCommands commands;

  @Test
  void a_list_over_two_cases_is_carried_out_in_one_go() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    CaseOpened one = opened();
    CaseOpened other = opened();

    // When
    carryOut(
        request(agent, other, new StaffCommand.Reply(Ids.next(), "Done.", CaseStatus.RESOLVED)),
        request(agent, one, new StaffCommand.Reply(Ids.next(), "We ask.", null)),
        request(agent, one, new StaffCommand.SetStatus(CaseStatus.PENDING, null)),
        request(agent, one, new StaffCommand.SetStatus(CaseStatus.OPEN, null)));

    // Then
    hasStatus(other, "resolved");
    hasStatus(one, "open");
    isOwnedBy(one, agent.agentId());
    eventually(() -> assertEquals(1, stream.heard(CaseAgentReplied.class, other.subject()).size()));
  }

  @Test
  void a_command_that_is_refused_refuses_the_whole_list_and_nothing_changes() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    CaseOpened one = opened();
    CaseOpened other = opened();
    String seen = eTag(one);

    // When
    Problem problem =
        assertThrows(
            Problem.class,
            () ->
                carryOut(
                    request(agent, one, new StaffCommand.Reply(Ids.next(), "We ask.", null)),
                    request(agent, other, new StaffCommand.SetStatus(CaseStatus.MERGED, null))));

    // Then
    assertEquals("illegal-transition", problem.name());
    assertEquals(seen, eTag(one));
    Desk.BOSS
        .get("/cases/" + one.caseId())
        .body("owner", nullValue())
        .body("timeline.findAll { it.type == 'case.agent-replied' }.size()", equalTo(0));
    assertEquals(List.of(), stream.heard(CaseAgentReplied.class, one.subject()));
  }

  @Test
  void a_case_that_the_actor_does_not_see_or_has_not_seen_as_it_is_refuses_the_list() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    Desk stranger = Desk.agent(queue + "-b").worksOn("default", 0);
    CaseOpened one = opened();
    CaseOpened other = opened();
    CommandRequest note = request(agent, one, new StaffCommand.AddNote(Ids.next(), "Call back."));

    // Then
    assertEquals(
        404,
        assertThrows(
                Problem.class,
                () ->
                    carryOut(
                        note,
                        request(stranger, other, new StaffCommand.AddNote(Ids.next(), "Mine?"))))
            .status());
    assertEquals(
        412,
        assertThrows(
                Problem.class,
                () ->
                    carryOut(
                        note,
                        CommandRequest.of(
                            other.subject(),
                            caller(agent),
                            "\"4711\"",
                            new StaffCommand.Decline())))
            .status());
    Desk.BOSS
        .get("/cases/" + one.caseId())
        .body("timeline.findAll { it.type == 'case.note-added' }.size()", equalTo(0));
  }

  private void carryOut(CommandRequest... requests) {
    transactions
        .write(unitOfWork -> commands.carryOut(unitOfWork, List.of(requests)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static CommandRequest request(Desk agent, CaseOpened theCase, StaffCommand command) {
    return CommandRequest.of(theCase.subject(), caller(agent), null, command);
  }

  private static Caller caller(Desk agent) {
    return new Caller(agent.agentId(), Role.AGENT);
  }

  private static String eTag(CaseOpened theCase) {
    return Desk.BOSS.get("/cases/" + theCase.caseId()).extract().header("ETag");
  }
}
