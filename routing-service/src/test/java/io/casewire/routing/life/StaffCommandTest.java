package io.casewire.routing.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StaffCommandTest {

  private static final UUID ID = new UUID(0, 1);
  private static final List<StaffCommand> ONE_OF_EACH =
      List.of(
          new StaffCommand.Reply(ID, "We look into it.", CaseStatus.PENDING),
          new StaffCommand.AddNote(ID, "Call back."),
          new StaffCommand.SetStatus(CaseStatus.PENDING, Cases.WAKE_AT),
          new StaffCommand.Assign("mei", true),
          new StaffCommand.Enqueue("disputes"),
          new StaffCommand.Decline(),
          new StaffCommand.Classify(Category.DISPUTE, "zh"),
          new StaffCommand.Prioritize(Priority.HIGH));

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void every_command_is_plain_data_that_can_be_kept_as_json_and_read_again() throws Exception {
    for (StaffCommand command : ONE_OF_EACH) {
      assertEquals(command, json.readValue(json.writeValueAsString(command), command.getClass()));
    }
    assertEquals(
        Set.copyOf(Arrays.asList(StaffCommand.class.getPermittedSubclasses())),
        ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet()));
  }
}
