package io.casewire.intake.mail.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.intake.mail.thread.AppendDecision.Append;
import io.casewire.intake.mail.thread.AppendDecision.OpenContinuing;
import io.casewire.intake.mail.thread.AppendDecision.Reason;
import io.casewire.intake.mail.thread.CaseFacts.Standing;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppendRuleTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final EmailAddress ANN = new EmailAddress("ann@customers.example");

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void what_follows_on_a_case_of_spam_goes_to_the_one_case_that_takes_it_up() {
    assertEquals(
        new OpenContinuing(first, Reason.SPAM), decide(reference(first, new Standing.Spam())));
  }

  @Test
  void another_living_case_that_the_mail_names_is_told_with_it() {
    assertEquals(
        new Append(first, second, Reason.ACTIVE),
        decide(reference(first, new Standing.Active()), reference(second, new Standing.Active())));
  }

  @Test
  void a_case_that_has_ended_is_named_by_every_later_mail_and_is_not_told() {
    assertEquals(
        new Append(first, null, Reason.ACTIVE),
        decide(reference(first, new Standing.Active()), reference(second, new Standing.Closed())));
  }

  private static AppendDecision decide(CaseReference... references) {
    return AppendRule.decide(List.of(references), List.of(ANN), NOW);
  }

  private static CaseReference reference(UUID caseId, Standing standing) {
    return new CaseReference(
        new ThreadCandidate.SignedId(caseId), new CaseFacts(caseId, standing, Set.of(ANN)));
  }
}
