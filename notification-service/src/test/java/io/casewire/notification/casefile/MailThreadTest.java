package io.casewire.notification.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailThreadTest {

  @Test
  void an_answer_refers_to_the_customers_mail_and_to_what_that_referred_to() {
    // Given
    MailThread thread = MailThread.EMPTY.received("<b@x>", List.of("<a@x>"));

    // Then
    assertEquals("<b@x>", thread.inReplyTo());
    assertEquals(List.of("<a@x>", "<b@x>"), thread.references());
  }

  @Test
  void after_mails_of_ours_the_customers_last_mail_is_still_what_we_answer() {
    // Given
    MailThread thread =
        MailThread.EMPTY.received("<question@x>", List.of()).sent("<ack@us>").sent("<reply@us>");

    // Then
    assertEquals("<question@x>", thread.inReplyTo());
    assertEquals(List.of("<ack@us>", "<reply@us>", "<question@x>"), thread.references());
  }

  @Test
  void without_a_mail_of_the_customer_our_mails_follow_each_other() {
    // Given
    MailThread thread = MailThread.EMPTY.sent("<ack@us>");

    // Then
    assertEquals("<ack@us>", thread.inReplyTo());
    assertEquals(List.of("<ack@us>"), thread.references());
  }

  @Test
  void the_first_mail_of_a_case_answers_nothing() {
    assertNull(MailThread.EMPTY.inReplyTo());
  }

  @Test
  void a_message_that_was_no_mail_changes_nothing() {
    // Given
    MailThread thread = MailThread.EMPTY.sent("<ack@us>");

    // Then
    assertEquals(thread, thread.received(null, List.of("<a@x>")));
  }

  @Test
  void a_long_thread_keeps_its_first_mail_and_its_latest_ones() {
    // Given
    MailThread thread =
        IntStream.rangeClosed(1, 50)
            .mapToObj("<%d@x>"::formatted)
            .reduce(MailThread.EMPTY, (before, id) -> before.received(id, List.of()), (a, b) -> b);

    // Then
    List<String> references = thread.references();
    assertEquals(20, references.size());
    assertEquals("<1@x>", references.getFirst());
    assertEquals("<32@x>", references.get(1));
    assertEquals("<50@x>", references.getLast());
  }

  @Test
  void what_is_no_message_id_never_gets_into_a_header() {
    // Given
    MailThread thread =
        MailThread.EMPTY.received("<b@x>", List.of("<a@x>\r\nBcc: <c@x>", "a@x", "< @x>"));

    // Then
    assertEquals(List.of("<b@x>"), thread.references());
    assertEquals(MailThread.EMPTY, MailThread.EMPTY.received("<b@x>\n", List.of()));
  }
}
