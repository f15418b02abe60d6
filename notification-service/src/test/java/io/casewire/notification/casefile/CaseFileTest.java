package io.casewire.notification.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseStatus;
import io.casewire.notification.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  private final Facts facts = Facts.ofNewCase();
  private final CaseFile file = CaseFile.open(facts.openedByMail("<1@x>"));

  @Test
  void a_later_mail_becomes_what_the_next_answer_answers() {
    // When
    CaseFile later = file.apply(facts.wroteAgain("email", false, "<2@x>", "<1@x>"));

    // Then
    assertEquals("<2@x>", later.thread().inReplyTo());
    assertEquals(List.of("<1@x>", "<2@x>"), later.thread().references());
  }

  @Test
  void an_automatic_mail_leaves_the_conversation_as_it_was() {
    assertEquals(
        file, file.apply(facts.from("robot@x.example").wroteAgain("email", true, "<2@x>")));
  }

  @Test
  void a_message_without_an_address_keeps_the_address_that_was_known() {
    // When
    CaseFile later = file.apply(facts.from(null).wroteAgain("chat", false, null));

    // Then
    assertEquals(facts.address(), later.contact().address());
    assertTrue(later.contact().inChat());
  }

  @Test
  void the_file_knows_in_whose_hands_the_case_is() {
    // When
    CaseFile assigned = file.apply(facts.queued("payments")).apply(facts.assigned("wei"));
    CaseFile unassigned = assigned.apply(facts.unassigned("wei"));

    // Then
    assertEquals("wei", assigned.owner());
    assertEquals("payments", assigned.queue());
    assertNull(unassigned.owner());
  }

  @Test
  void sla_is_overtaken_by_answers_by_a_case_that_waits_no_more_and_by_another_owner() {
    // Given
    CaseFile owned = file.apply(facts.queued("payments"), 1).apply(facts.assigned("wei"), 2);

    // Then
    assertFalse(owned.isOvertaken(0L), "the first owner has to know");
    assertTrue(owned.apply(facts.replied("email", "Yes."), 3).isOvertaken(2L));
    assertTrue(owned.apply(facts.moved(CaseStatus.PENDING), 3).isOvertaken(2L));
    assertTrue(owned.apply(facts.moved(CaseStatus.RESOLVED), 3).isOvertaken(2L));
    assertTrue(owned.apply(facts.assigned("tom"), 3).isOvertaken(2L));
    assertFalse(owned.apply(facts.assigned("wei"), 3).isOvertaken(2L));
    assertFalse(owned.apply(facts.moved(CaseStatus.OPEN), 3).isOvertaken(2L));
    assertFalse(owned.apply(facts.moved(CaseStatus.PENDING), 3).isOvertaken(3L));
    assertFalse(owned.apply(facts.moved(CaseStatus.PENDING), 3).isOvertaken(null));
  }

  @Test
  void an_answer_in_the_chat_is_kept_until_it_is_known_whether_it_was_seen() {
    // Given
    CaseAgentReplied seen = facts.replied("chat", "first");
    CaseAgentReplied unseen = facts.replied("chat", "second");

    // When
    CaseFile both = file.apply(seen).apply(unseen);
    CaseFile one = both.apply(facts.delivered(seen));
    CaseFile none = one.apply(facts.undelivered(unseen));

    // Then
    assertEquals("second", one.unconfirmed(unseen.messageId()).orElseThrow().text());
    assertTrue(one.unconfirmed(seen.messageId()).isEmpty());
    assertEquals(List.of(), none.unconfirmed());
  }
}
