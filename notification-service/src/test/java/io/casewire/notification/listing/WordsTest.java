package io.casewire.notification.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.EventType;
import io.casewire.events.RecipientKind;
import io.casewire.notification.notice.SuppressionReason;
import io.casewire.notification.notice.Template;
import io.casewire.testkit.WordFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the log may have to say has words, in every language. */
class WordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path ENGLISH = RESOURCES.resolve("words/service_en.properties");
  private static final Path CHINESE = RESOURCES.resolve("words/service_zh.properties");
  private static final Path KIT =
      Path.of("../service-kit/src/main/resources/words/kit_en.properties");

  private static final List<EventType> CAUSES =
      List.of(
          EventType.CASE_OPENED,
          EventType.CASE_AGENT_REPLIED,
          EventType.MESSAGE_UNDELIVERED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_ASSIGNED,
          EventType.SLA_WARNING,
          EventType.ESCALATION_RESOLVED,
          EventType.ANSWER_UNDELIVERED);

  private static final List<String> OTHER_REASONS =
      List.of(
          "deferred",
          "expired",
          "letter-unreadable",
          "mailbox-full",
          "recipient-unknown",
          "rejected",
          "relay-refused",
          "returned",
          "sender-refused",
          "set-aside",
          "smtputf8-unsupported",
          "template-error",
          "unknown-mailbox",
          "unreachable");

  @Test
  void every_word_of_the_pages_is_there_in_both_languages() {
    assertEquals(Set.of(), new WordFiles(RESOURCES).missingFrom(KIT, ENGLISH));
    assertEquals(WordFiles.keys(ENGLISH), WordFiles.keys(CHINESE));
  }

  @Test
  void every_value_of_a_notice_has_words() {
    // Given
    Set<String> needed = new TreeSet<>();
    NotificationFilter.STATES.forEach(state -> needed.add("state." + state));
    Stream.of(Template.values()).forEach(template -> needed.add("template." + template.key()));
    Arrays.stream(SuppressionReason.values())
        .forEach(reason -> needed.add("reason." + reason.code()));
    Arrays.stream(RecipientKind.values())
        .forEach(kind -> needed.add("recipient-kind." + kind.wireName()));
    OTHER_REASONS.forEach(reason -> needed.add("reason." + reason));
    CAUSES.forEach(type -> needed.add("cause." + type.wireName()));

    // Then
    needed.removeAll(WordFiles.keys(ENGLISH));
    assertEquals(Set.of(), needed);
  }
}
