package io.casewire.notification;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.Sources;
import io.casewire.notification.Mailboxes.Mail;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the fact on the stream to the mail in the mailbox. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class CaseMailTest {

  @Inject Mailboxes mailboxes;

  private final StreamProbe stream = new StreamProbe(Sources.NOTIFICATION);
  private final Facts facts = Facts.ofNewCase();
  private final NotificationClient boss = new NotificationClient("boss", "supervisor");

  @BeforeEach
  void staff() {
    stream.sayAll(Facts.agent("boss", System.nanoTime(), true, Map.of()));
  }

  @AfterEach
  void leave() {
    stream.close();
  }

  @ParameterizedTest
  @CsvSource({"en,We have received your request", "zh,我们已收到您的问题"})
  void a_case_is_acknowledged_once_though_its_event_comes_twice(String locale, String words) {
    // When
    stream.repeat(stream.say(facts.openedByWeb(locale)));
    stream.sayAll(facts.moved(CaseStatus.RESOLVED));

    // Then
    List<Mail> mails = mailsTo(facts.address(), 2);
    assertTrue(mails.getFirst().subject().startsWith(words));
    assertTrue(mails.getLast().subject().contains(facts.caseNumber()));
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-resolved sent"), boss.statesOf(facts)));
  }

  @Test
  void an_acknowledgement_repeats_nothing_that_the_sender_wrote() {
    // When
    stream.sayAll(facts.openedByWeb("en"));

    // Then
    Mail mail = mailsTo(facts.address(), 1).getFirst();
    for (String word : List.of("refund", "twice", "Erika", "Musterfrau")) {
      assertFalse((mail.subject() + mail.text()).contains(word), word);
    }
  }

  @Test
  void answers_join_the_customers_mail_conversation_in_their_order() {
    // When
    stream.sayAll(
        facts.openedByMail("<question@customers.example>", "<earlier@customers.example>"),
        facts.replied("email", "First answer."),
        facts.wroteAgain("email", false, "<more@customers.example>"),
        facts.replied("email", "Second answer."));

    // Then
    List<Mail> mails = mailsTo(facts.address(), 3);
    assertEquals("<question@customers.example>", mails.get(0).inReplyTo());
    assertEquals("<question@customers.example>", mails.get(1).inReplyTo());
    assertTrue(mails.get(1).text().startsWith("First answer."));
    assertEquals("Re: Where is my refund?", mails.get(1).subject());
    assertEquals("<more@customers.example>", mails.get(2).inReplyTo());
    assertEquals(
        List.of(
            "<earlier@customers.example>",
            "<question@customers.example>",
            mails.get(0).messageId(),
            mails.get(1).messageId(),
            "<more@customers.example>"),
        List.of(mails.get(2).references().split("\\s+")));
  }

  @Test
  void an_alert_waits_until_the_directory_knows_its_agent_and_is_in_his_language() {
    // Given
    String agentId = "agent-" + facts.caseId();
    stream.sayAll(facts.openedByWeb("en"), facts.assigned(agentId));
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-assigned queued"), boss.statesOf(facts)));

    // When
    stream.sayAll(Facts.agent(agentId, 1, true, Map.of("zh", "native", "en", "fluent")));

    // Then
    Mail alert = mailsTo(agentId + "@staff.example", 1).getFirst();
    assertEquals("工单 %s 已分配给您".formatted(facts.caseNumber()), alert.subject());
  }

  @Test
  void an_agent_who_has_left_gets_no_alert() {
    // Given
    String agentId = "agent-" + facts.caseId();
    stream.sayAll(Facts.agent(agentId, 1, false, Map.of()));

    // When
    stream.sayAll(facts.openedByWeb("en"), facts.assigned(agentId));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-assigned suppressed"),
                boss.statesOf(facts)));
    assertEquals("inactive-agent", boss.about(facts).getLast().get("reason"));
  }

  @Test
  void an_older_snapshot_does_not_bring_an_agent_back() {
    // Given
    String agentId = "agent-" + facts.caseId();

    // When
    stream.sayAll(
        Facts.agent(agentId, 2, false, Map.of()), Facts.agent(agentId, 1, true, Map.of()));
    stream.sayAll(facts.openedByWeb("en"), facts.escalated(EscalationOutcome.DONE, agentId));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "case-escalated suppressed"),
                boss.statesOf(facts)));
  }

  @Test
  void the_stream_hears_what_was_sent_and_what_was_not_without_a_gap() {
    // Given
    var toOurselves = facts.replied("email", "To nobody.");
    var toSomebody = facts.replied("email", "To somebody.");

    // When
    stream.sayAll(
        facts.openedByMachine(),
        facts.from("support@casewire.example").wroteAgain("email", false, "<2@x>"),
        toOurselves,
        facts.wroteAgain("email", false, "<3@x>"),
        toSomebody);

    // Then
    eventually(() -> assertEquals(3, stream.heard(facts.caseId().toString()).size()));
    var heard = stream.heard(facts.caseId().toString());
    assertEquals(
        "automatic-mail",
        assertInstanceOf(NotificationSuppressed.class, heard.get(0).event()).reason());
    NotificationSuppressed suppressed =
        assertInstanceOf(NotificationSuppressed.class, heard.get(1).event());
    assertEquals("own-address", suppressed.reason());
    assertEquals(toOurselves.messageId(), suppressed.messageId());
    NotificationSent sent = assertInstanceOf(NotificationSent.class, heard.get(2).event());
    assertEquals(toSomebody.messageId(), sent.messageId());
    assertEquals(mailsTo(facts.address(), 1).getFirst().messageId(), sent.rfcMessageId());
    assertEquals(
        List.of(1L, 2L, 3L), heard.stream().map(said -> said.envelope().sequence()).toList());
  }

  @Test
  void a_chat_is_acknowledged_by_the_chat_and_goes_on_by_mail_when_nobody_is_there() {
    // Given
    var reply = facts.replied("chat", "Are you still there?");

    // When
    stream.sayAll(facts.openedByChat(), reply, facts.undelivered(reply));

    // Then
    Mail mail = mailsTo(facts.address(), 1).getFirst();
    assertTrue(mail.text().startsWith("Are you still there?"));
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "agent-reply sent"), boss.statesOf(facts)));
    assertEquals("chat", boss.about(facts).getFirst().get("channel"));
  }

  @Test
  void one_mailbox_gets_five_acknowledgements_an_hour() {
    // When
    List<Facts> cases =
        IntStream.range(0, 7).mapToObj(i -> Facts.ofNewCase().from(facts.address())).toList();
    cases.forEach(one -> stream.sayAll(one.openedByWeb("en")));

    // Then
    eventually(
        () ->
            assertEquals(
                Map.of("sent", 5L, "suppressed", 2L),
                cases.stream()
                    .flatMap(one -> boss.about(one).stream())
                    .collect(
                        Collectors.groupingBy(
                            item -> (String) item.get("state"), Collectors.counting()))));
  }

  private List<Mail> mailsTo(String address, int count) {
    eventually(() -> assertEquals(count, mailboxes.of(address).size()));
    return mailboxes.of(address);
  }
}
