package io.casewire.routing.life;

import static io.casewire.routing.life.Cases.COLLEAGUE;
import static io.casewire.routing.life.Cases.LEAD;
import static io.casewire.routing.life.Cases.NOW;
import static io.casewire.routing.life.Cases.OWNER;
import static io.casewire.routing.life.Cases.REOPEN_UNTIL;
import static io.casewire.routing.life.Cases.STRANGER;
import static io.casewire.routing.life.Cases.WAKE_AT;
import static io.casewire.routing.life.Cases.WINDOW;
import static io.casewire.routing.life.Cases.circumstances;
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

  private static final CaseLife LIFE = new CaseLife(WINDOW);

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
        commands(OWNER).values().stream().map(Command::kind).collect(Collectors.toSet());

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
      StringBuilder table, String name, Command command, Function<CaseStatus, CaseState> in) {
    table.append('\n').append(name).append('\n');
    for (CaseStatus status : CaseStatus.values()) {
      String result = result(command.decide().apply(in.apply(status)));
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

  private static Map<String, Command> commands(Actor by) {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put(
        "customer message",
        system(new SystemCommand.TakeMessage(ID, NOW, false, 4, OwnerState.READY)));
    commands.put(
        "customer message, owner not there",
        system(new SystemCommand.TakeMessage(ID, NOW, false, 4, OwnerState.ABSENT)));
    commands.put(
        "customer message after the reopen window",
        system(
            new SystemCommand.TakeMessage(
                ID, REOPEN_UNTIL.plusSeconds(1), false, 4, OwnerState.READY)));
    commands.put(
        "automatic message",
        system(new SystemCommand.TakeMessage(ID, NOW, true, 4, OwnerState.READY)));
    commands.put("reply", staff(by, new StaffCommand.Reply(ID, "text", null)));
    commands.put(
        "reply, then pending", staff(by, new StaffCommand.Reply(ID, "text", CaseStatus.PENDING)));
    commands.put(
        "reply, then resolved", staff(by, new StaffCommand.Reply(ID, "text", CaseStatus.RESOLVED)));
    for (CaseStatus to : CaseStatus.values()) {
      commands.put("set status " + to.wireName(), staff(by, new StaffCommand.SetStatus(to, null)));
    }
    commands.put("take", staff(by, new StaffCommand.Assign(by.agentId(), false)));
    commands.put(
        "give to a colleague, by a lead", staff(LEAD, new StaffCommand.Assign("jon", false)));
    commands.put("put into another queue", staff(by, new StaffCommand.Enqueue("disputes")));
    commands.put("decline", staff(by, new StaffCommand.Decline()));
    commands.put("classify", staff(by, new StaffCommand.Classify(Category.DISPUTE, "en")));
    commands.put("change priority", staff(by, new StaffCommand.Prioritize(Priority.URGENT)));
    commands.put("note", staff(by, new StaffCommand.AddNote(ID, "text")));
    commands.put("wake-up timer", system(new SystemCommand.WakeUp(WAKE_AT, OwnerState.READY)));
    commands.put("reopen window passed", system(new SystemCommand.PassReopenWindow(REOPEN_UNTIL)));
    commands.put("closed by the customer", system(new SystemCommand.CloseForCustomer(4)));
    commands.put("answer lost", lost(OwnerState.READY));
    commands.put("answer lost, owner not there", lost(OwnerState.ABSENT));
    commands.put("answer lost, owner has left", lost(OwnerState.GONE));
    commands.put("returned for its owner", system(new SystemCommand.ReturnToQueue()));
    commands.put(
        "assigned by the planner", system(new SystemCommand.AssignAsPlanned("jon", "refunds")));
    commands.put("escalated to an agent", system(new SystemCommand.HandOver("jon")));
    commands.put("escalated to a queue", system(new SystemCommand.SendToQueue("fraud")));
    commands.put(
        "escalated in priority", system(new SystemCommand.RaisePriority(Priority.HIGH, ID)));
    return commands;
  }

  private static Command lost(OwnerState owner) {
    return system(
        new SystemCommand.LoseAnswer(ID, UndeliveredOutcome.FAILED, "rejected", owner, NOW));
  }

  private static Command staff(Actor by, StaffCommand command) {
    return new Command(
        command.getClass(),
        state -> LIFE.decide(state, command, circumstances(by, OwnerState.READY)));
  }

  private static Command system(SystemCommand command) {
    return new Command(
        command.getClass(), state -> new Decision.Accepted(SystemMoves.decide(state, command)));
  }

  /** A command of either kind, and what is decided about it. */
  private record Command(Class<?> kind, Function<CaseState, Decision> decide) {}

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
      case Refusal.UnknownAgent _ -> "unknown agent";
      case Refusal.UnknownQueue _ -> "unknown queue";
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
