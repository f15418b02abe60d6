package io.casewire.intake.mail.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.mail.EnvelopeTrust;
import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.kind.MailKind;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.intake.mail.parse.MailParser;
import io.casewire.intake.mail.parse.ParseResult.Parsed;
import io.casewire.kit.mail.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports as servers of many kinds and languages write them, and people's mails that look like
 * them. The rules were written with the known half in sight; the held-out half judges them.
 */
class ReportCorpusTest {

  private static final String OURS = "<ours@casewire.example>";

  private static final OwnMailboxes OWN =
      new OwnMailboxes(
          Set.of(new EmailAddress("support@casewire.example")), Set.of("casewire.example"));

  @ParameterizedTest
  @ValueSource(strings = {"known", "heldout"})
  void nearly_all_reports_are_recognised(String half) {
    List<ParsedMail> reports = sources("reports-" + half).map(ReportCorpusTest::parse).toList();

    List<String> missed =
        reports.stream().filter(mail -> !isReport(mail)).map(ReportCorpusTest::name).toList();

    assertTrue(missed.size() <= reports.size() * 0.03, missed::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"known", "heldout"})
  void no_persons_mail_is_taken_for_a_report(String half) {
    List<String> taken =
        sources("people-" + half)
            .map(ReportCorpusTest::parse)
            .filter(ReportCorpusTest::isReport)
            .map(ReportCorpusTest::name)
            .toList();

    assertEquals(List.of(), taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"known", "heldout"})
  void a_report_names_the_mail_that_it_encloses(String half) {
    List<ParsedMail> withOurs =
        sources("reports-" + half)
            .filter(source -> source.contains(OURS))
            .map(ReportCorpusTest::parse)
            .toList();

    assertTrue(withOurs.size() >= 4);
    for (ParsedMail mail : withOurs) {
      Bounce bounce = BounceDetector.detect(mail, envelope(mail)).orElseThrow();
      assertEquals(OURS, bounce.originals().getFirst().header(), name(mail));
    }
  }

  private static boolean isReport(ParsedMail mail) {
    return MailKind.of(mail, envelope(mail), OWN, false) instanceof MailKind.Report;
  }

  private static MailEnvelope envelope(ParsedMail mail) {
    return mail.envelope().believed(EnvelopeTrust.TRUSTED);
  }

  private static String name(ParsedMail mail) {
    return mail.headers().first("from").orElse("") + ": " + mail.subject();
  }

  private static ParsedMail parse(String source) {
    String type =
        source.startsWith("Content-Type: ") || source.contains("\nContent-Type: ")
            ? ""
            : "Content-Type: text/plain; charset=utf-8\n";
    String whole = "To: support@casewire.example\nMIME-Version: 1.0\n" + type + source;
    byte[] raw = whole.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    if (MailParser.parse(raw, MailLimits.DEFAULT) instanceof Parsed(ParsedMail mail)) {
      return mail;
    }
    throw new AssertionError("not read: " + source);
  }

  private static Stream<String> sources(String file) {
    try (InputStream mails =
        ReportCorpusTest.class.getResourceAsStream("/mail-reports/" + file + ".txt")) {
      return Stream.of(new String(mails.readAllBytes(), StandardCharsets.UTF_8).split("%%%%\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
