package io.casewire.intake.mail.kind;

import static io.casewire.intake.mail.MailCorpus.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.mail.EnvelopeTrust;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.automatic.QuarantineReason;
import io.casewire.intake.mail.bounce.Bounce;
import io.casewire.intake.mail.bounce.Bounce.Outcome;
import io.casewire.intake.mail.kind.MailKind.Automatic;
import io.casewire.intake.mail.kind.MailKind.Report;
import io.casewire.intake.mail.kind.MailKind.Stopped;
import io.casewire.intake.mail.kind.MailKind.Written;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailKindTest {

  private static final OwnMailboxes OWN =
      new OwnMailboxes(
          Set.of(new EmailAddress("support@casewire.example")), Set.of("casewire.example"));

  @ParameterizedTest
  @CsvSource({
    "out-of-office-exchange, auto-submitted",
    "out-of-office-qq, autoresponder-header",
    "vacation-precedence, precedence",
    "newsletter, mailing-list",
    "read-receipt, read-receipt"
  })
  void a_machine_is_known_by_what_it_says_of_itself(String name, String reason) {
    assertEquals(reason, assertInstanceOf(Automatic.class, kindOf(name, false)).reason().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qq-reply", "outlook-reply", "nul-bytes", "customer-who-quotes-a-bounce"})
  void a_person_is_a_person_whatever_he_quotes(String name) {
    assertEquals(new Written(), kindOf(name, false));
  }

  @Test
  void a_list_does_not_make_a_machine_of_who_answers_us_through_it() {
    assertEquals(new Written(), kindOf("answer-through-a-list", true));
    assertInstanceOf(Automatic.class, kindOf("answer-through-a-list", false));
  }

  @ParameterizedTest
  @CsvSource({
    "dsn-failed, FAILED, 5.1.1",
    "dsn-delayed, DELAYED, 4.4.1",
    "dsn-delivered, DELIVERED, 2.0.0"
  })
  void a_report_tells_what_became_of_which_mail_to_whom(
      String name, Outcome outcome, String status) {
    Bounce bounce = assertInstanceOf(Report.class, kindOf(name, false)).bounce();

    assertEquals(outcome, bounce.outcome());
    assertEquals(List.of(new MessageId("sent1@casewire.example")), bounce.originals());
    assertEquals(status, bounce.status());
    assertEquals(
        List.of(
            new Bounce.RecipientReport(
                new EmailAddress("gone@customers.example"), outcome, status)),
        bounce.recipients());
    assertEquals(outcome == Outcome.FAILED, bounce.addressGone());
  }

  @Test
  void a_report_in_words_is_a_report_when_a_mail_server_wrote_it() {
    Bounce english = assertInstanceOf(Report.class, kindOf("bounce-in-words", false)).bounce();
    Bounce chinese =
        assertInstanceOf(Report.class, kindOf("bounce-in-chinese-words", false)).bounce();

    assertEquals(new MessageId("sent2@casewire.example"), english.originals().getFirst());
    assertEquals(
        new EmailAddress("gone@customers.example"), chinese.recipients().getFirst().recipient());
  }

  @Test
  void nobodys_mail_is_stopped() {
    assertEquals(new Stopped(QuarantineReason.NO_SENDER), kindOf("empty-from", false));
  }

  @Test
  void an_empty_return_path_counts_only_when_it_is_believed() {
    ParsedMail report = read("dsn-failed");
    assertTrue(report.envelope().believed(EnvelopeTrust.TRUSTED).nullReturnPath());
    assertTrue(!report.envelope().believed(EnvelopeTrust.UNTRUSTED).nullReturnPath());
  }

  private static MailKind kindOf(String name, boolean answersUs) {
    ParsedMail mail = read(name);
    return MailKind.of(mail, mail.envelope().believed(EnvelopeTrust.UNTRUSTED), OWN, answersUs);
  }
}
