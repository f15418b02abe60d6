package io.casewire.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TroubledMailsTest {

  private final TroubledMails mails = new TroubledMails();

  @Test
  void a_mail_fails_alone_when_others_were_taken_since_it_failed_first() {
    // Given
    failsOften(1);

    // When
    mails.done(2);

    // Then
    assertTrue(mails.failsAlone(1));
  }

  @Test
  void a_mail_does_not_fail_alone_while_no_other_is_taken() {
    mails.done(2);

    failsOften(1);

    assertFalse(mails.failsAlone(1));
  }

  @Test
  void a_mail_that_was_taken_in_the_end_begins_anew() {
    // Given
    failsOften(1);

    // When
    mails.done(1);
    mails.failsAlone(1);
    mails.done(2);

    // Then
    assertFalse(mails.failsAlone(1));
  }

  private void failsOften(long uid) {
    for (int i = 1; i < TroubledMails.MOST_FAILURES; i++) {
      assertFalse(mails.failsAlone(uid));
    }
  }
}
