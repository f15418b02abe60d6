package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.NoAutoReply;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known of a message is not lost on its way to a case, to an event and to another case. */
class MessageFactsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final UUID related = UUID.randomUUID();

  @Test
  void a_file_that_nobody_could_look_into_is_published_as_such() {
    assertEquals(true, file(true).onTheWire().unscanned());
    assertNull(file(false).onTheWire().unscanned());
  }

  @Test
  void a_message_that_opens_no_case_keeps_what_the_case_would_have_told() {
    // Given
    MessageMarks marks = new MessageMarks(null, null, true, NoAutoReply.SENDER_FORBIDS);
    NewCase newCase =
        new NewCase(
            UUID.randomUUID(),
            message(marks),
            Category.REFUND,
            1,
            Priority.NORMAL,
            Assurance.NONE,
            "TX-4711",
            null,
            related);

    // Then
    assertEquals(
        new MessageMarks("TX-4711", related, true, NoAutoReply.SENDER_FORBIDS),
        newCase.messageForOther().marks());
  }

  @Test
  void a_message_is_read_from_its_rows_as_it_was_written() {
    // Given
    IncomingMessage message =
        message(new MessageMarks("TX-4711", related, true, NoAutoReply.LOOKS_AUTOMATIC));
    Object[] rows = MessageRows.of(UUID.randomUUID(), 1, message);

    // Then
    assertEquals(
        message, MessageRows.read((MessageEntity) rows[0], List.of((AttachmentEntity) rows[1])));
  }

  private static IncomingMessage message(MessageMarks marks) {
    return new IncomingMessage(
        UUID.randomUUID(),
        "email",
        new Sender("ann@customers.example", "a@elsewhere.example", "Ann", null, "en", null),
        "Refund",
        "It was Monday.",
        "It was Monday.\n> When?",
        "en",
        NOW,
        NOW,
        false,
        "<1@x>",
        List.of("<0@x>"),
        List.of(file(true)),
        false,
        marks);
  }

  private static StoredFile file(boolean unscanned) {
    return new StoredFile(
        UUID.nameUUIDFromBytes(new byte[] {1}), "a.png", "image/png", 1, "sha-256:0", unscanned);
  }
}
