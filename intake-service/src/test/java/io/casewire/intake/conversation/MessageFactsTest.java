package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.NoAutoReply;
import io.casewire.events.Priority;
import io.casewire.intake.analysis.AnalysedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known of a message is not lost on its way to a case, to an event and to another case. */
class MessageFactsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private static final UUID ID = UUID.randomUUID();

  private final UUID related = UUID.randomUUID();

  @Test
  void a_file_that_nobody_could_look_into_is_published_as_such() {
    assertEquals(true, file(true).onTheWire().unscanned());
    assertNull(file(false).onTheWire().unscanned());
  }

  @Test
  void a_message_that_opens_no_case_keeps_what_the_case_would_have_told() {
    // When
    CustomerMessageReceived received = MessageEvents.received(theCase(), 2, draft(), null);

    // Then
    assertEquals("TX-4711", received.transactionRef());
    assertEquals(related, received.possiblyRelatedCaseId());
    assertEquals(true, received.messageIdReused());
    assertEquals(NoAutoReply.LOOKS_AUTOMATIC, received.noAutoReply());
  }

  @Test
  void a_message_is_read_from_its_rows_as_it_was_written() {
    // Given
    MessageDraft draft = draft();
    Object[] rows = MessageEntity.rows(UUID.randomUUID(), 1, draft);

    // Then
    assertEquals(
        draft, ((MessageEntity) rows[0]).draft(List.of((AttachmentEntity) rows[1]), theCase()));
  }

  @Test
  void a_changed_draft_is_the_same_in_everything_else() {
    assertEquals(draft(), draft().change().build());
  }

  private static CaseEntity theCase() {
    CaseEntity theCase = new CaseEntity(UUID.randomUUID());
    theCase.category = Category.REFUND;
    theCase.assurance = Assurance.NONE;
    theCase.openedAt = NOW;
    return theCase;
  }

  private MessageDraft draft() {
    Sender sender =
        new Sender(
            new Contact("email", "ann@customers.example"),
            "a@elsewhere.example",
            "Ann",
            null,
            "en",
            null);
    AnalysedText content =
        new AnalysedText("Refund", "It was Monday.", "en", Category.REFUND, 1, Priority.NORMAL);
    return MessageDraft.builder(ID, "email", sender, content, NOW)
        .fullText("It was Monday.\n> When?")
        .sentAt(NOW.minusSeconds(60))
        .mail("<1@x>", List.of("<0@x>"))
        .messageIdReused(true)
        .noAutoReply(NoAutoReply.LOOKS_AUTOMATIC)
        .files(List.of(file(true)))
        .byForm(true)
        .transactionRef("TX-4711")
        .possiblyRelatedTo(related)
        .build();
  }

  private static StoredFile file(boolean unscanned) {
    return new StoredFile(
        UUID.nameUUIDFromBytes(new byte[] {1}), "a.png", "image/png", 1, "sha-256:0", unscanned);
  }
}
