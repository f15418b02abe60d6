package io.casewire.intake.mail.thread;

import io.casewire.intake.mail.thread.AppendDecision.Append;
import io.casewire.intake.mail.thread.AppendDecision.Open;
import io.casewire.intake.mail.thread.AppendDecision.OpenContinuing;
import io.casewire.intake.mail.thread.AppendDecision.OpenPossiblyRelated;
import io.casewire.intake.mail.thread.AppendDecision.Reason;
import io.casewire.intake.mail.thread.CaseFacts.Standing;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a mail goes. Joining a case takes both a reference to it and a sender who takes
 * part in it: a case number alone, or a forwarded mail, lets nobody in.
 */
public final class AppendRule {

  private AppendRule() {}

  /**
   * The best reference to a case of the sender's own decides; without one, the best reference is
   * only linked.
   *
   * @param references those of the mail's candidates that led to a case, best first
   * @param authors everybody the mail names as its author, see {@code MailParties.authors()}
   * @param receivedAt compared with the end of the reopen window, as routing does
   */
  public static AppendDecision decide(
      List<CaseReference> references, List<EmailAddress> authors, Instant receivedAt) {
    for (CaseReference reference : references) {
      if (takePart(authors, participants(reference.facts()))) {
        return forParticipant(reference.facts(), references, receivedAt);
      }
    }
    return references.isEmpty() ? new Open(Reason.NO_REFERENCE) : forStranger(references, authors);
  }

  private static AppendDecision forParticipant(
      CaseFacts facts, List<CaseReference> references, Instant receivedAt) {
    return switch (facts.standing()) {
      case Standing.Active() ->
          new Append(facts.caseId(), alsoNamed(facts, references), Reason.ACTIVE);
      case Standing.Resolved(Instant until) when !receivedAt.isAfter(until) ->
          new Append(facts.caseId(), alsoNamed(facts, references), Reason.REOPENED_IN_TIME);
      case Standing.Resolved(Instant _) ->
          new OpenContinuing(facts.caseId(), Reason.REOPENED_TOO_LATE);
      case Standing.Closed() -> new OpenContinuing(facts.caseId(), Reason.CLOSED);
      case Standing.Spam() -> new OpenContinuing(facts.caseId(), Reason.SPAM);
      case Standing.Merged(CaseFacts target) -> forParticipant(target, references, receivedAt);
    };
  }

  // A case that has ended is named by every mail of the conversation that goes on elsewhere.
  private static @Nullable UUID alsoNamed(CaseFacts chosen, List<CaseReference> references) {
    return references.stream()
        .map(reference -> last(reference.facts()))
        .filter(facts -> !facts.caseId().equals(chosen.caseId()))
        .filter(facts -> facts.standing() instanceof Standing.Active)
        .map(CaseFacts::caseId)
        .findFirst()
        .orElse(null);
  }

  private static AppendDecision forStranger(
      List<CaseReference> references, List<EmailAddress> authors) {
    boolean oneOfThem =
        references.stream()
            .map(reference -> participants(reference.facts()))
            .anyMatch(participants -> authors.stream().anyMatch(participants::contains));
    return new OpenPossiblyRelated(
        last(references.getFirst().facts()).caseId(),
        oneOfThem ? Reason.AMBIGUOUS_SENDER : Reason.NOT_A_PARTICIPANT);
  }

  private static boolean takePart(List<EmailAddress> authors, Set<EmailAddress> participants) {
    return !authors.isEmpty() && participants.containsAll(authors);
  }

  // Who took part in the merged case goes on in its target.
  private static Set<EmailAddress> participants(CaseFacts facts) {
    Set<EmailAddress> all = new HashSet<>(facts.participants());
    if (facts.standing() instanceof Standing.Merged(CaseFacts target)) {
      all.addAll(participants(target));
    }
    return all;
  }

  private static CaseFacts last(CaseFacts facts) {
    return facts.standing() instanceof Standing.Merged(CaseFacts target) ? last(target) : facts;
  }
}
