package io.casewire.routing.life;

import static io.casewire.routing.life.Cases.COLLEAGUE;
import static io.casewire.routing.life.Cases.LEAD;
import static io.casewire.routing.life.Cases.NOW;
import static io.casewire.routing.life.Cases.OWNER;
import static io.casewire.routing.life.Cases.REOPEN_UNTIL;
import static io.casewire.routing.life.Cases.STRANGER;
import static io.casewire.routing.life.Cases.WAKE_AT;
import static io.casewire.routing.life.Cases.WINDOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.events.UndeliveredOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole table of the life of a case, kept readable in {@code life-of-a-case.txt}. */
class LegalMovesTest {

  private static final UUID ID = new UUID(0, 1);

  private final CaseLife life = new CaseLife(WINDOW);

  @Test
  void every_command_in_every_status_has_the_approved_result() throws IOException {
    // When
    String table = statusTable() + "\n" + rightsTable();

    // Then
    assertEquals(approved(), table, () -> "the table is now:\n" + table);
  }

  @Test
  void the_table_leaves_out_no_kind_of_command() {
    // When
    Set<Class<?>> covered =
        commands(OWNER).values().stream().map(Object::getClass).collect(Collectors.toSet());

    // Then
    Stream.of(StaffCommand.class, SystemCommand.class)
        .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
        .forEach(kind -> assertTrue(covered.contains(kind), kind::getSimpleName));
  }

  private String statusTable() {
    StringBuilder table = new StringBuilder("By the owner and by the system\n");
    commands(OWNER).forEach((name, command) -> append(table, name, command, Cases::owned));
    table.append("\nBy a colleague and by the system, on a case that nobody owns\n");
    commands(COLLEAGUE).forEach((name, command) -> append(table, name, command, Cases::unowned));
    return table.toString();
  }

  private void append(
      StringBuilder table, String name, CaseCommand command, Function<CaseStatus, CaseState> in) {
    table.append('\n').append(name).append('\n');
    for (CaseStatus status : CaseStatus.values()) {
      String result = result(life.decide(in.apply(status), command));
      table.append("  %-9s %s\n".formatted(status.wireName(), result));
    }
  }

  private String rightsTable() {
    StringBuilder table = new StringBuilder("Who may\n\n");
    table.append(
        "%-12s%s\n".formatted("", "owned by somebody                         owned by nobody"));
    table.append("%-12s".formatted("")).append(row("stranger", "colleague", "owner", "lead"));
    table.append(row("stranger", "colleague", "lead").stripTrailing()).append('\n');
    for (Act act : Act.values()) {
      String owned = may(act, Cases.owned(CaseStatus.OPEN), STRANGER, COLLEAGUE, OWNER, LEAD);
      String unowned = may(act, Cases.unowned(CaseStatus.OPEN), STRANGER, COLLEAGUE, LEAD);
      String name = act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      table.append(("%-12s".formatted(name) + owned + unowned).stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private static String may(Act act, CaseState state, Actor... actors) {
    return row(
        Arrays.stream(actors)
            .map(actor -> act.right().isHeldBy(actor, state.place()) ? "yes" : "-")
            .toArray(String[]::new));
  }

  private static String row(String... cells) {
    String row = Arrays.stream(cells).map("%-10s"::formatted).collect(Collectors.joining());
    return "%-42s".formatted(row);
  }

  private static Map<String, CaseCommand> commands(Actor by) {
    Map<String, CaseCommand> commands = new LinkedHashMap<>();
    commands.put(
        "customer message", new SystemCommand.TakeMessage(ID, NOW, false, 4, OwnerState.READY));
    commands.put(
        "customer message, owner not there",
        new SystemCommand.TakeMessage(ID, NOW, false, 4, OwnerState.ABSENT));
    commands.put(
        "customer message after the reopen window",
        new SystemCommand.TakeMessage(ID, REOPEN_UNTIL.plusSeconds(1), false, 4, OwnerState.READY));
    commands.put(
        "automatic message", new SystemCommand.TakeMessage(ID, NOW, true, 4, OwnerState.READY));
    commands.put("reply", new StaffCommand.Reply(by, ID, null, NOW));
    commands.put("reply, then pending", new StaffCommand.Reply(by, ID, CaseStatus.PENDING, NOW));
    commands.put("reply, then resolved", new StaffCommand.Reply(by, ID, CaseStatus.RESOLVED, NOW));
    for (CaseStatus to : CaseStatus.values()) {
      commands.put(
          "set status " + to.wireName(),
          new StaffCommand.SetStatus(by, to, null, OwnerState.READY, NOW));
    }
    commands.put("take", new StaffCommand.Assign(by, by.agentId(), false, false));
    commands.put(
        "give to a colleague, by a lead", new StaffCommand.Assign(LEAD, "jon", false, false));
    commands.put("put into another queue", new StaffCommand.Enqueue(by, "disputes"));
    commands.put("decline", new StaffCommand.Decline(by));
    commands.put("classify", new StaffCommand.Classify(by, Category.DISPUTE, "en", "disputes"));
    commands.put("change priority", new StaffCommand.Prioritize(by, Priority.URGENT, "urgent"));
    commands.put("note", new StaffCommand.AddNote(by, ID));
    commands.put("wake-up timer", new SystemCommand.WakeUp(WAKE_AT, OwnerState.READY));
    commands.put("reopen window passed", new SystemCommand.PassReopenWindow(REOPEN_UNTIL));
    commands.put("closed by the customer", new SystemCommand.CloseForCustomer(4));
    commands.put("answer lost", lost(OwnerState.READY));
    commands.put("answer lost, owner not there", lost(OwnerState.ABSENT));
    commands.put("answer lost, owner has left", lost(OwnerState.GONE));
    commands.put("returned for its owner", new SystemCommand.ReturnToQueue());
    commands.put("assigned by the planner", new SystemCommand.AssignAsPlanned("jon", "refunds"));
    commands.put("escalated to an agent", new SystemCommand.HandOver("jon"));
    commands.put("escalated to a queue", new SystemCommand.SendToQueue("fraud"));
    commands.put("escalated in priority", new SystemCommand.RaisePriority(Priority.HIGH, ID));
    return commands;
  }

  private static CaseCommand lost(OwnerState owner) {
    return new SystemCommand.LoseAnswer(ID, UndeliveredOutcome.FAILED, "rejected", owner, NOW);
  }

  private static String result(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(List<LifeEvent> events) when events.isEmpty() -> "nothing to do";
      case Decision.Accepted(List<LifeEvent> events) ->
          events.stream().map(LegalMovesTest::brief).collect(Collectors.joining(", "));
      case Decision.Refused(Refusal refusal) -> "refused: " + brief(refusal);
    };
  }

  private static String brief(LifeEvent event) {
    return switch (event) {
      case LifeEvent.MessageTaken _ -> "message taken";
      case LifeEvent.Heard _ -> "heard";
      case LifeEvent.MessageRefused e -> "message refused (" + e.reason().wireName() + ")";
      case LifeEvent.StatusChanged e -> "now " + e.to().status().wireName();
      case LifeEvent.Assigned e -> "assigned to " + e.agentId() + " (" + e.why().wireName() + ")";
      case LifeEvent.Unassigned e -> "unassigned (" + e.why().wireName() + ")";
      case LifeEvent.Queued e -> "queued in " + e.queue();
      case LifeEvent.Replied _ -> "replied";
      case LifeEvent.AnswerLost e -> "answer lost, told: " + e.owner();
      case LifeEvent.NoteAdded _ -> "note added";
      case LifeEvent.Classified _ -> "classified";
      case LifeEvent.PriorityChanged e -> "priority " + e.to().wireName();
    };
  }

  private static String brief(Refusal refusal) {
    return switch (refusal) {
      case Refusal.IllegalMove move -> "from here to " + names(move.allowed());
      case Refusal.NotNow now -> "only while " + names(now.allowed());
      case Refusal.NotPermitted _ -> "may not";
      case Refusal.AgentOffline _ -> "agent offline";
      case Refusal.BadWakeUp _ -> "bad wake-up time";
    };
  }

  private static String names(Set<CaseStatus> statuses) {
    return statuses.isEmpty()
        ? "nowhere"
        : statuses.stream().map(CaseStatus::wireName).collect(Collectors.joining(", "));
  }

  private static String approved() throws IOException {
    try (InputStream file = LegalMovesTest.class.getResourceAsStream("life-of-a-case.txt")) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
