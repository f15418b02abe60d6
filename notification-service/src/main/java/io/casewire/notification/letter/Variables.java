package io.casewire.notification.letter;

import io.casewire.notification.notice.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template gets of the content of a notice, besides what every template gets. */
final class Variables {

  private Variables() {}

  static Map<String, Object> of(Content content, Vocabulary vocabulary) {
    return switch (content) {
      case Content.Acknowledgement _ -> Map.of();
      case Content.AgentReply reply ->
          Map.of(
              "originalSubject",
              OriginalSubject.of(reply.subject()),
              "agent",
              reply.displayName(),
              "text",
              reply.text(),
              "answersMail",
              reply.answersMail(),
              "lines",
              List.of(reply.text().split("\\R", -1)));
      case Content.Resolution resolution ->
          Map.of("reopenUntil", timeOrNothing(resolution.reopenUntil(), vocabulary));
      case Content.Assignment assignment -> Map.of("queue", assignment.queue());
      case Content.Warning warning ->
          Map.of(
              "metric",
              vocabulary.word("metric", warning.metric().wireName()),
              "dueAt",
              vocabulary.time(warning.dueAt()),
              "late",
              warning.late());
      case Content.Escalation escalation ->
          Map.of(
              "metric",
              vocabulary.word("metric", escalation.metric().wireName()),
              "level",
              escalation.level(),
              "action",
              vocabulary.word("action", escalation.action().wireName()));
      case Content.UndeliveredAnswer undelivered ->
          Map.of("outcome", vocabulary.word("undelivered", undelivered.outcome().wireName()));
    };
  }

  private static String timeOrNothing(@Nullable Instant instant, Vocabulary vocabulary) {
    return instant == null ? "" : vocabulary.time(instant);
  }
}
