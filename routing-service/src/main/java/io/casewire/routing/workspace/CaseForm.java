package io.casewire.routing.workspace;

import io.casewire.events.CaseStatus;
import io.casewire.kit.id.Ids;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.FormText;
import io.casewire.routing.life.StaffCommand;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The fields of the forms of a case's page, each form has some of them. */
public final class CaseForm {

  static final String REPLY = "reply";
  static final String NOTE = "note";

  /** The forms, by the last part of their addresses. */
  static final Set<String> ACTIONS = Set.of(REPLY, NOTE, "take", "decline", "assign", "status");

  static final int LONGEST_TEXT = 100_000;

  private static final String TO_AGENT = "agent:";
  private static final String TO_QUEUE = "queue:";

  @RestPath String caseId = "";
  @RestPath String action = "";
  @RestForm @Nullable String key;
  @RestForm @Nullable String version;
  @RestForm @Nullable String text;
  @RestForm @Nullable String then;
  @RestForm @Nullable String to;
  @RestForm @Nullable String force;

  String caseId() {
    return caseId;
  }

  String action() {
    return action;
  }

  /** Whether the form sends a text. */
  boolean writes() {
    return action.equals(REPLY) || action.equals(NOTE);
  }

  /** Names this form, so that a form that is sent twice is carried out once. */
  String key() {
    return FormText.of(key);
  }

  /** The version that the agent saw; null for any. */
  @Nullable String version() {
    return version == null || version.isBlank() ? null : version;
  }

  String text() {
    return FormText.of(text);
  }

  String then() {
    return FormText.of(then);
  }

  /**
   * The command that the form gives. An agent who takes a case does so knowingly, also while
   * offline.
   *
   * @param cleanText the form's text without secrets
   */
  StaffCommand command(String agentId, String cleanText) {
    return switch (action) {
      case REPLY ->
          new StaffCommand.Reply(Ids.next(), cleanText, then().isEmpty() ? null : status(then()));
      case NOTE -> new StaffCommand.AddNote(Ids.next(), cleanText);
      case "take" -> new StaffCommand.Assign(agentId, true);
      case "decline" -> new StaffCommand.Decline();
      case "assign" -> assignment(FormText.of(to));
      case "status" -> new StaffCommand.SetStatus(status(FormText.of(to)), null);
      default -> throw Problem.notFound();
    };
  }

  private StaffCommand assignment(String target) {
    if (target.startsWith(TO_AGENT)) {
      return new StaffCommand.Assign(target.substring(TO_AGENT.length()), force != null);
    }
    if (target.startsWith(TO_QUEUE)) {
      return new StaffCommand.Enqueue(target.substring(TO_QUEUE.length()));
    }
    throw Problem.invalid("to", "must name an agent or a queue");
  }

  private static CaseStatus status(String name) {
    return Arrays.stream(CaseStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("to", "must be a status"));
  }
}
