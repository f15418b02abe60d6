package io.casewire.notification.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.NoAutoReply;
import io.casewire.events.SlaMetric;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.notification.Facts;
import io.casewire.notification.casefile.CaseFile;
import io.casewire.notification.notice.Content.AgentReply;
import io.casewire.notification.notice.Decision.ByMail;
import io.casewire.notification.notice.Decision.InChat;
import io.casewire.notification.notice.Decision.Suppressed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticePolicyTest {

  private final NoticePolicy policy =
      new NoticePolicy(
          new AddressRules(List.of("support@casewire.example")),
          new Languages(List.of("en", "zh")));

  private final AcknowledgementCap cap = new AcknowledgementCap(2, Map.of());
  private final Facts facts = Facts.ofNewCase();

  @Test
  void a_web_request_is_acknowledged_by_mail_in_the_customers_language() {
    // When
    Notice notice = acknowledgementOf(facts.openedByWeb("zh-Hans-CN"));

    // Then
    assertEquals(
        new Notice(
            new Recipient.Customer(facts.address(), "zh"),
            new Content.Acknowledgement(),
            new ByMail()),
        notice);
  }

  @Test
  void a_customer_of_another_language_is_written_to_in_the_first_one() {
    // When
    Notice notice = acknowledgementOf(facts.openedByWeb("pt-BR"));

    // Then
    assertEquals(new Recipient.Customer(facts.address(), "en"), notice.recipient());
  }

  @Test
  void an_acknowledgement_goes_to_the_sender_and_not_to_where_he_wants_answers() {
    // When
    Notice notice =
        acknowledgementOf(
            facts.opened("email", "en", false, "<1@x>", List.of(), "victim@elsewhere.example"));

    // Then
    assertEquals(facts.address(), notice.recipient().name());
  }

  @Test
  void automatic_mail_is_never_answered() {
    assertEquals(
        new Suppressed(SuppressionReason.AUTOMATIC_MAIL),
        acknowledgementOf(facts.openedByMachine()).decision());
  }

  @ParameterizedTest
  @CsvSource({"SENDER_FORBIDS, UNWANTED", "LOOKS_AUTOMATIC, AUTOMATIC_MAIL"})
  void a_persons_mail_is_not_answered_automatically_where_intake_says_why(
      NoAutoReply why, SuppressionReason reason) {
    assertEquals(new Suppressed(reason), acknowledgementOf(facts.openedWithout(why)).decision());
  }

  @Test
  void a_chat_is_acknowledged_in_the_chat_even_if_the_visitor_gave_an_address() {
    assertEquals(new InChat(), acknowledgementOf(facts.openedByChat()).decision());
  }

  @Test
  void a_customer_without_an_address_is_recorded_under_his_id() {
    // Given
    CaseOpened opened = facts.from(null).openedByWeb("en");

    // When
    Notice notice = acknowledgementOf(opened);

    // Then
    assertEquals(new Suppressed(SuppressionReason.NO_ADDRESS), notice.decision());
    assertEquals(opened.customerId().toString(), notice.recipient().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postmaster@bank.example",
        "MAILER-DAEMON@bank.example",
        "no-reply+42@bank.example",
        "abuse@bank.example",
        "list-request@bank.example",
        "owner-list@bank.example"
      })
  void nobody_writes_to_machines_and_mail_administrators(String address) {
    assertEquals(
        new Suppressed(SuppressionReason.ROLE_ADDRESS),
        acknowledgementOf(facts.from(address).openedByWeb("en")).decision());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data-request@shop.example",
        "no-reply@shop.example",
        "a..b.@docomo.example",
        "用户@example.com",
        "wei@my_shop.example"
      })
  void an_agents_answer_goes_to_every_address_that_wrote(String address) {
    // Given
    Facts asked = facts.from(address);
    CaseFile file = CaseFile.open(asked.openedByWeb("en"));
    CaseFile chat = CaseFile.open(asked.openedByChat());
    CaseAgentReplied inChat = asked.replied("chat", "Here it is.");

    // Then
    assertEquals(new ByMail(), decide(file, asked.replied("email", "Yes.")).getFirst().decision());
    assertEquals(
        new ByMail(), decide(chat.apply(inChat), asked.undelivered(inChat)).getFirst().decision());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b.@docomo.example", "用户@example.com", "wei@my_shop.example"})
  void an_odd_address_is_acknowledged_like_any_other(String address) {
    assertEquals(new ByMail(), acknowledgementOf(facts.from(address).openedByWeb("en")).decision());
  }

  @Test
  void a_machine_is_not_told_that_its_case_is_resolved() {
    // Given
    CaseFile file = CaseFile.open(facts.from("no-reply@shop.example").openedByWeb("en"));

    // Then
    assertEquals(
        new Suppressed(SuppressionReason.ROLE_ADDRESS),
        decide(file, facts.moved(CaseStatus.RESOLVED)).getFirst().decision());
  }

  @Test
  void even_an_answer_does_not_go_to_the_desk_itself() {
    // Given
    CaseFile file = CaseFile.open(facts.from("support@casewire.example").openedByWeb("en"));

    // Then
    assertEquals(
        new Suppressed(SuppressionReason.OWN_ADDRESS),
        decide(file, facts.replied("email", "Yes.")).getFirst().decision());
  }

  @Test
  void the_desk_does_not_write_to_itself() {
    assertEquals(
        new Suppressed(SuppressionReason.OWN_ADDRESS),
        acknowledgementOf(facts.from("Support+abc@casewire.example").openedByWeb("en")).decision());
  }

  @Test
  void a_mailbox_gets_no_more_acknowledgements_than_its_share_however_it_is_spelt() {
    // Given
    acknowledgementOf(Facts.ofNewCase().from("victim@mail.example").openedByWeb("en"));
    acknowledgementOf(Facts.ofNewCase().from("victim+1@mail.example").openedByWeb("en"));

    // When
    Notice third = acknowledgementOf(facts.from("Victim+2@mail.example").openedByWeb("en"));

    // Then
    assertEquals(new Suppressed(SuppressionReason.RATE_CAP), third.decision());
  }

  @Test
  void acknowledgements_that_are_not_sent_do_not_use_up_the_share() {
    // Given
    for (int i = 0; i < 5; i++) {
      acknowledgementOf(facts.openedByMachine());
    }

    // When
    Notice notice = acknowledgementOf(facts.openedByWeb("en"));

    // Then
    assertEquals(new ByMail(), notice.decision());
  }

  @Test
  void an_agents_reply_to_a_mail_goes_where_the_customer_wants_answers() {
    // Given
    CaseFile file =
        CaseFile.open(
            facts.opened("email", "en", false, "<1@x>", List.of(), "accounts@shop.example"));

    // When
    CaseAgentReplied reply = facts.replied("email", "It is on its way.");
    List<Notice> notices = decide(file, reply);

    // Then
    assertEquals(
        List.of(
            new Notice(
                new Recipient.Customer("accounts@shop.example", "en"),
                new AgentReply(
                    reply.messageId(), Facts.SUBJECT, "Wei Zhang", "It is on its way.", true),
                new ByMail())),
        notices);
  }

  @Test
  void a_reply_in_the_chat_goes_by_mail_only_when_the_chat_did_not_deliver_it() {
    // Given
    CaseFile file = CaseFile.open(facts.openedByChat());
    CaseAgentReplied reply = facts.replied("chat", "Are you still there?");

    // When
    List<Notice> atFirst = decide(file, reply);
    List<Notice> later = decide(file.apply(reply), facts.undelivered(reply));

    // Then
    assertEquals(List.of(), atFirst);
    assertEquals(
        List.of(
            new AgentReply(
                reply.messageId(), Facts.SUBJECT, "Wei Zhang", "Are you still there?", false)),
        later.stream().map(Notice::content).toList());
    assertEquals(new ByMail(), later.getFirst().decision());
  }

  @Test
  void a_chat_visitor_without_an_address_is_not_reached_and_that_is_on_record() {
    // Given
    Facts visitor = facts.from(null);
    CaseAgentReplied reply = visitor.replied("chat", "Are you still there?");
    CaseFile file = CaseFile.open(visitor.openedByChat()).apply(reply);

    // When
    List<Notice> notices = decide(file, visitor.undelivered(reply));

    // Then
    assertEquals(new Suppressed(SuppressionReason.NO_ADDRESS), notices.getFirst().decision());
  }

  @Test
  void a_resolved_case_is_reported_where_the_customer_wrote_last() {
    // Given
    CaseFile mail = CaseFile.open(facts.openedByMail("<1@x>"));
    CaseFile chat = mail.apply(facts.wroteAgain("chat", false, null));

    // When
    Notice byMail = decide(mail, facts.moved(CaseStatus.RESOLVED)).getFirst();
    Notice inChat = decide(chat, facts.moved(CaseStatus.RESOLVED)).getFirst();

    // Then
    assertEquals(new ByMail(), byMail.decision());
    assertEquals(new Content.Resolution(Facts.AT), byMail.content());
    assertEquals(new InChat(), inChat.decision());
  }

  @Test
  void other_moves_are_nobodys_mail() {
    // Given
    CaseFile file = CaseFile.open(facts.openedByMail("<1@x>"));

    // When
    List<Notice> notices = decide(file, facts.moved(CaseStatus.PENDING));

    // Then
    assertEquals(List.of(), notices);
  }

  @Test
  void an_agent_hears_of_a_case_that_becomes_his() {
    // When
    List<Notice> notices = decide(file(), facts.assigned("wei"));

    // Then
    assertEquals(
        List.of(
            new Notice(
                new Recipient.Agent("wei"), new Content.Assignment("payments"), new ByMail())),
        notices);
  }

  @Test
  void a_warning_goes_to_the_owner_and_to_nobody_if_there_is_none() {
    // Given
    CaseFile owned = file().apply(facts.assigned("wei"));

    // When
    List<Notice> toOwner = decide(owned, facts.warning());
    List<Notice> toNobody = decide(owned.apply(facts.unassigned("wei")), facts.warning());

    // Then
    assertEquals(new Recipient.Agent("wei"), toOwner.getFirst().recipient());
    assertEquals(
        new Content.Warning(SlaMetric.FIRST_RESPONSE, Facts.AT, false),
        toOwner.getFirst().content());
    assertEquals(List.of(), toNobody);
  }

  @Test
  void a_warning_that_was_given_without_knowing_of_the_answer_is_not_sent() {
    // Given
    CaseFile answered =
        file().apply(facts.assigned("wei"), 1).apply(facts.replied("email", "Here it is."), 2);

    // Then
    assertEquals(
        new Suppressed(SuppressionReason.OBSOLETE),
        decide(answered, facts.warningSeeing(1L)).getFirst().decision());
    assertEquals(new ByMail(), decide(answered, facts.warningSeeing(2L)).getFirst().decision());
    assertEquals(new ByMail(), decide(answered, facts.warningSeeing(null)).getFirst().decision());
  }

  @Test
  void an_answer_that_did_not_arrive_is_told_to_the_owner_and_to_nobody_if_there_is_none() {
    // When
    List<Notice> toOwner =
        decide(file(), facts.answerUndelivered(UndeliveredOutcome.BOUNCED, "wei"));
    List<Notice> toNobody =
        decide(file(), facts.answerUndelivered(UndeliveredOutcome.BOUNCED, null));

    // Then
    assertEquals(
        List.of(
            new Notice(
                new Recipient.Agent("wei"),
                new Content.UndeliveredAnswer(UndeliveredOutcome.BOUNCED),
                new ByMail())),
        toOwner);
    assertEquals(List.of(), toNobody);
  }

  @Test
  void an_escalation_alerts_everybody_whom_routing_names_once() {
    // When
    List<Notice> notices =
        decide(file(), facts.escalated(EscalationOutcome.DONE, "mia", "tom", "mia"));

    // Then
    assertEquals(
        List.of(new Recipient.Agent("mia"), new Recipient.Agent("tom")),
        notices.stream().map(Notice::recipient).toList());
    assertEquals(
        new Content.Escalation(SlaMetric.FIRST_RESPONSE, 2, EscalationAction.NOTIFY),
        notices.getFirst().content());
  }

  @Test
  void an_escalation_that_was_overtaken_alerts_nobody() {
    assertEquals(List.of(), decide(file(), facts.escalated(EscalationOutcome.OBSOLETE, "mia")));
  }

  private CaseFile file() {
    return CaseFile.open(facts.openedByWeb("en"));
  }

  private Notice acknowledgementOf(CaseOpened opened) {
    List<Notice> notices = decide(CaseFile.open(opened), opened);
    assertEquals(1, notices.size());
    assertInstanceOf(Content.Acknowledgement.class, notices.getFirst().content());
    return notices.getFirst();
  }

  private List<Notice> decide(CaseFile file, CaseEvent event) {
    return policy.decide(file, event, cap);
  }
}
