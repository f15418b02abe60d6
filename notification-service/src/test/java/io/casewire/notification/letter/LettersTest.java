package io.casewire.notification.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.EscalationAction;
import io.casewire.events.SlaMetric;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.events.signed.SignedPlusAddress;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.notification.notice.Content;
import io.casewire.notification.notice.Template;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final UUID CASE = UUID.fromString("0195573e-5d20-7c4e-8a3b-0f1e2d3c4b5a");
  private static final UUID NOTIFICATION = UUID.fromString("0195573e-5d21-7000-8000-000000000001");
  private static final KeyRing KEYS = KeyRing.parse(TestLetterConfig.USUAL.signingKeys());

  private final Letters letters =
      new Letters(TestLetterConfig.USUAL, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void an_acknowledgement_says_that_it_is_automatic_and_nobody_can_bounce_it()
      throws MessagingException {
    // When
    Letter letter = letters.write(order(new Content.Acknowledgement(), "en"));
    MimeMessage mail = parse(letter);

    // Then
    assertEquals("<>", letter.sender());
    assertEquals("auto-replied", header(mail, "Auto-Submitted"));
    assertEquals("All", header(mail, "X-Auto-Response-Suppress"));
    assertEquals("support@casewire.example", header(mail, "X-Loop"));
    assertNull(header(mail, "Precedence"));
  }

  @Test
  void an_alert_is_generated_bulk_mail() throws MessagingException {
    // When
    MimeMessage mail = parse(letters.write(order(new Content.Assignment("payments"), "en")));

    // Then
    assertEquals("auto-generated", header(mail, "Auto-Submitted"));
    assertEquals("bulk", header(mail, "Precedence"));
  }

  @Test
  void bounces_of_automatic_mails_go_to_the_bounce_address_where_there_is_one() {
    // Given
    Letters withBounces =
        new Letters(
            new TestLetterConfig(Optional.of("bounces@casewire.example"), List.of("en")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    // When
    Letter letter = withBounces.write(order(new Content.Acknowledgement(), "en"));

    // Then
    assertEquals("bounces@casewire.example", letter.sender());
  }

  @Test
  void an_agents_answer_is_a_persons_mail_in_the_conversation()
      throws MessagingException, IOException {
    // Given
    Content answer =
        new Content.AgentReply(null, "Where is my refund?", "Wei Zhang", "It is here.", true);

    // When
    Letter letter = letters.write(order(answer, "en"));
    MimeMessage mail = parse(letter);

    // Then
    assertEquals("support@casewire.example", letter.sender());
    assertNull(header(mail, "Auto-Submitted"));
    assertEquals("Re: Where is my refund?", mail.getSubject());
    assertEquals(
        new InternetAddress("support@casewire.example", "Wei Zhang (Casewire Support)"),
        mail.getFrom()[0]);
    assertEquals(
        Optional.of(CASE),
        new SignedPlusAddress(KEYS, "support@casewire.example")
            .caseIdOf(mail.getReplyTo()[0].toString()));
    assertEquals("<2@x>", header(mail, "In-Reply-To"));
    assertEquals("<1@x>\r\n <2@x>", header(mail, "References"));
    assertTrue(plainOf(mail).startsWith("It is here."));
  }

  @Test
  void an_answer_to_a_customer_who_gave_no_subject_has_one() throws MessagingException {
    // When
    MimeMessage mail =
        parse(
            letters.write(order(new Content.AgentReply(null, null, "Wei", "Hello.", true), "zh")));

    // Then
    assertEquals("Re: 您的问题 [CW-100042]", mail.getSubject());
  }

  @Test
  void the_message_id_names_the_case_and_is_the_same_every_time() throws MessagingException {
    // When
    String id = letters.messageIdOf(CASE, NOTIFICATION);
    MimeMessage mail = parse(letters.write(order(new Content.Acknowledgement(), "en")));

    // Then
    assertEquals(id, header(mail, "Message-ID"));
    assertEquals(Optional.of(CASE), new SignedMessageId(KEYS, "casewire.example").caseIdOf(id));
  }

  @Test
  void the_date_is_the_clocks_and_the_recipient_has_no_name() throws MessagingException {
    // When
    MimeMessage mail = parse(letters.write(order(new Content.Acknowledgement(), "en")));

    // Then
    assertEquals(Date.from(NOW), mail.getSentDate());
    assertEquals("erika@customers.example", mail.getHeader("To", null));
    assertEquals(1, mail.getRecipients(RecipientType.TO).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void the_link_in_a_customers_mail_opens_the_conversation_to_him(String language)
      throws MessagingException, IOException {
    // When
    MimeMessage mail = parse(letters.write(order(new Content.Acknowledgement(), language)));

    // Then
    for (String text : List.of(plainOf(mail), htmlOf(mail))) {
      Matcher link = Pattern.compile("http://help\\.example/cases/([\\w.]+)").matcher(text);
      assertTrue(link.find());
      assertEquals(
          Optional.of((LinkHolder) LinkHolder.Mailbox.of(CASE, "erika@customers.example")),
          new CaseLink(KEYS).verify(link.group(1), NOW).map(CaseLink.Claims::holder));
    }
  }

  @Test
  void an_agents_mail_links_to_the_desk() throws MessagingException, IOException {
    // When
    MimeMessage mail = parse(letters.write(order(new Content.Assignment("payments"), "en")));

    // Then
    assertTrue(plainOf(mail).contains("http://desk.example/desk/cases/" + CASE));
  }

  @Test
  void what_an_agent_wrote_is_text_in_html_too() throws MessagingException, IOException {
    // Given
    Content answer =
        new Content.AgentReply(null, "s", "<b>Wei</b>", "1 < 2\n<script>alert(1)</script>", true);

    // When
    String html = htmlOf(parse(letters.write(order(answer, "en"))));

    // Then
    assertTrue(html.contains("1 &lt; 2<br>&lt;script&gt;alert(1)&lt;/script&gt;<br>"), html);
    assertTrue(html.contains("&lt;b&gt;Wei&lt;/b&gt;"));
    assertFalse(html.contains("<script"));
  }

  @Test
  void line_breaks_in_a_subject_or_a_name_start_no_header() throws MessagingException {
    // Given
    Content answer =
        new Content.AgentReply(
            null, "Hello\r\nBcc: all@x.example", "Wei\r\nBcc: all@x.example", "x", false);

    // When
    MimeMessage mail = parse(letters.write(order(answer, "en")));

    // Then
    assertNull(header(mail, "Bcc"));
    assertEquals("Re: Hello Bcc: all@x.example [CW-100042]", mail.getSubject());
    assertEquals(1, mail.getFrom().length);
  }

  @Test
  void no_line_is_longer_than_mail_may_carry() {
    // Given
    Content answer =
        new Content.AgentReply(null, "长".repeat(300), "韦".repeat(60), "x".repeat(5000), true);
    List<String> references =
        IntStream.range(0, 20).mapToObj(i -> "<%s%d@x>".formatted("r".repeat(400), i)).toList();

    // When
    String bytes =
        new String(
            letters.write(order(answer, "zh", references)).bytes(), StandardCharsets.US_ASCII);

    // Then
    assertTrue(bytes.lines().allMatch(line -> line.length() <= 998));
    assertTrue(bytes.chars().allMatch(c -> c < 128));
  }

  @Test
  void times_are_shown_in_the_configured_zone_with_its_name()
      throws MessagingException, IOException {
    // Given
    Content warning = new Content.Warning(SlaMetric.FIRST_RESPONSE, NOW, false);

    // When
    MimeMessage english = parse(letters.write(order(warning, "en")));
    MimeMessage chinese = parse(letters.write(order(warning, "zh")));

    // Then
    assertEquals(
        "Case CW-100042: first response due 2 March 2026, 17:30 CST", english.getSubject());
    assertEquals("工单 CW-100042：首次响应即将超时（2026年3月2日 17:30 CST）", chinese.getSubject());
  }

  @ParameterizedTest
  @CsvSource({"en,until 2 March 2026", "zh,在 2026年3月2日 17:30 CST 之前"})
  void a_resolved_case_says_until_when_it_can_be_taken_up_again(String language, String words)
      throws MessagingException, IOException {
    // When
    MimeMessage with = parse(letters.write(order(new Content.Resolution(NOW), language)));
    MimeMessage without = parse(letters.write(order(new Content.Resolution(null), language)));

    // Then
    assertTrue(plainOf(with).contains(words), plainOf(with));
    assertFalse(plainOf(without).contains("2026"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void every_notice_can_be_written_in_every_language(String language)
      throws MessagingException, IOException {
    // Given
    List<Content> contents =
        List.of(
            new Content.Acknowledgement(),
            new Content.AgentReply(null, "s", "Wei", "text", false),
            new Content.Resolution(NOW),
            new Content.Assignment("payments"),
            new Content.Warning(SlaMetric.RESOLUTION, NOW, true),
            new Content.Escalation(SlaMetric.NEXT_RESPONSE, 1, EscalationAction.REASSIGN),
            new Content.UndeliveredAnswer(UndeliveredOutcome.SUPPRESSED),
            new Content.UndeliveredAnswer(UndeliveredOutcome.FAILED),
            new Content.UndeliveredAnswer(UndeliveredOutcome.BOUNCED));

    // When
    for (Content content : contents) {
      MimeMessage mail = parse(letters.write(order(content, language)));

      // Then
      assertTrue(mail.getSubject().contains("CW-100042"));
      assertTrue(plainOf(mail).contains("CW-100042"));
      assertTrue(htmlOf(mail).contains("<html lang=\"" + language));
      assertFalse(plainOf(mail).contains("{"), "a variable was left over");
    }
    assertEquals(
        List.of(Template.values()),
        contents.stream().map(Content::template).distinct().toList(),
        "a template without a test");
  }

  private static Order order(Content content, String language) {
    return order(content, language, List.of("<1@x>", "<2@x>"));
  }

  private static Order order(Content content, String language, List<String> references) {
    return new Order(
        CASE,
        "CW-100042",
        content,
        EmailAddress.parse("erika@customers.example").orElseThrow(),
        language,
        new SignedMessageId(KEYS, "casewire.example").of(CASE, NOTIFICATION),
        references.getLast(),
        references);
  }

  private static MimeMessage parse(Letter letter) throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(letter.bytes()));
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return mail.getHeader(name, "|");
  }

  private static String plainOf(MimeMessage mail) throws MessagingException, IOException {
    return partOf(mail, 0, "text/plain");
  }

  private static String htmlOf(MimeMessage mail) throws MessagingException, IOException {
    return partOf(mail, 1, "text/html");
  }

  private static String partOf(MimeMessage mail, int index, String type)
      throws MessagingException, IOException {
    assertTrue(mail.isMimeType("multipart/alternative"));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertEquals(2, parts.getCount());
    assertTrue(parts.getBodyPart(index).isMimeType(type));
    return (String) parts.getBodyPart(index).getContent();
  }
}
