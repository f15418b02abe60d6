package io.casewire.intake.mail.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.events.signed.SignedPlusAddress;
import io.casewire.events.signed.SignedSubject;
import io.casewire.intake.mail.EnvelopeTrust;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.intake.mail.parse.MailParser;
import io.casewire.intake.mail.parse.ParseResult;
import io.casewire.intake.mail.thread.CaseFacts.Standing;
import io.casewire.kit.mail.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThreadingProperties {

  private static final KeyRing OURS =
      KeyRing.parse("k1:dGVzdC1saW5rLWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpamtsbW4=");
  private static final KeyRing FORGERS =
      KeyRing.parse("k1:Zm9yZ2VyLWxpbmsta2V5LTAxMjM0NTY3ODlhYmNkZWZnaGlqa2w=");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final List<EmailAddress> PEOPLE =
      List.of(address("a@x.example"), address("b@x.example"), address("c@x.example"));

  @Property(tries = 200, seed = "20260302")
  void every_token_of_ours_leads_to_its_case_in_any_case_of_letters(@ForAll("ids") UUID caseId) {
    Tokens tokens = new Tokens(OURS, caseId);

    assertEquals(
        List.of(new ThreadCandidate.SignedId(caseId)),
        hints("In-Reply-To: " + tokens.id().toUpperCase(Locale.ROOT)));
    assertEquals(
        List.of(new ThreadCandidate.PlusAddress(caseId)),
        hints("To: " + tokens.address().toUpperCase(Locale.ROOT)));
    assertEquals(
        List.of(new ThreadCandidate.SubjectToken(caseId)),
        hints("Subject: Re: x " + tokens.tag().toUpperCase(Locale.ROOT)));
  }

  @Property(tries = 200, seed = "20260302")
  void no_token_of_another_key_and_no_case_id_in_the_open_leads_anywhere(
      @ForAll("ids") UUID caseId) {
    Tokens tokens = new Tokens(FORGERS, caseId);

    List<ThreadCandidate> hints =
        hints(
            "In-Reply-To: %s\r\nTo: %s\r\nSubject: %s [ref:%s] CW-100001"
                .formatted(tokens.id(), tokens.address(), tokens.tag(), caseId));

    assertTrue(hints.stream().allMatch(ThreadCandidate.KnownMessageId.class::isInstance));
  }

  @Property(seed = "20260302")
  void nobody_is_added_to_a_case_in_which_not_every_author_takes_part(
      @ForAll("references") List<CaseReference> references,
      @ForAll("people") List<EmailAddress> authors) {
    AppendDecision decision = AppendRule.decide(references, authors, NOW);

    if (decision instanceof AppendDecision.Append(UUID caseId, var _, var _)) {
      CaseFacts joined =
          references.stream()
              .map(CaseReference::facts)
              .filter(facts -> facts.caseId().equals(caseId))
              .findFirst()
              .orElseThrow();
      assertTrue(!authors.isEmpty() && joined.participants().containsAll(authors));
      assertTrue(takesMessages(joined.standing()));
    }
  }

  @Property(seed = "20260302")
  void the_best_hint_at_a_case_of_the_authors_own_decides(
      @ForAll("references") List<CaseReference> references,
      @ForAll("people") List<EmailAddress> authors) {
    AppendDecision decision = AppendRule.decide(references, authors, NOW);

    references.stream()
        .map(CaseReference::facts)
        .filter(facts -> !authors.isEmpty() && facts.participants().containsAll(authors))
        .findFirst()
        .ifPresent(best -> assertEquals(best.caseId(), caseOf(decision)));
  }

  @Provide
  Arbitrary<UUID> ids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  @Provide
  Arbitrary<List<CaseReference>> references() {
    Arbitrary<Standing> standings =
        Arbitraries.of(
            new Standing.Active(),
            new Standing.Resolved(NOW.plusSeconds(1)),
            new Standing.Resolved(NOW.minusSeconds(1)),
            new Standing.Closed(),
            new Standing.Spam());
    Arbitrary<Set<EmailAddress>> participants = people().map(HashSet::new);
    return Combinators.combine(ids(), standings, participants)
        .as(CaseFacts::new)
        .map(facts -> new CaseReference(new ThreadCandidate.SignedId(facts.caseId()), facts))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<EmailAddress>> people() {
    return Arbitraries.of(PEOPLE).list().ofMaxSize(3).uniqueElements();
  }

  private static boolean takesMessages(Standing standing) {
    return switch (standing) {
      case Standing.Active _ -> true;
      case Standing.Resolved(Instant until) -> !NOW.isAfter(until);
      case Standing.Closed _, Standing.Spam _, Standing.Merged _ -> false;
    };
  }

  private static UUID caseOf(AppendDecision decision) {
    return switch (decision) {
      case AppendDecision.Append(UUID id, var _, var _) -> id;
      case AppendDecision.OpenContinuing(UUID id, var _) -> id;
      case AppendDecision.OpenPossiblyRelated(UUID id, var _) -> id;
      case AppendDecision.Open _ -> throw new AssertionError("no case");
    };
  }

  private static List<ThreadCandidate> hints(String headers) {
    byte[] mail =
        ("From: a@x.example\r\n" + headers + "\r\n\r\nHello").getBytes(StandardCharsets.UTF_8);
    ParsedMail parsed = ((ParseResult.Parsed) MailParser.parse(mail, MailLimits.DEFAULT)).mail();
    SignedMessageId ids = new SignedMessageId(OURS, Tokens.DOMAIN);
    SignedPlusAddress addresses = new SignedPlusAddress(OURS, Tokens.MAILBOX);
    return ThreadCandidates.of(
        parsed,
        parsed.envelope().believed(EnvelopeTrust.UNTRUSTED),
        new SignedReferences(
            id -> ids.caseIdOf(id.header()),
            address -> addresses.caseIdOf(address.value()),
            new SignedSubject(OURS)::caseIdOf));
  }

  private static EmailAddress address(String text) {
    return new EmailAddress(text);
  }

  private record Tokens(KeyRing keys, UUID caseId) {

    static final String DOMAIN = "casewire.example";
    static final String MAILBOX = "support@" + DOMAIN;

    String id() {
      return new SignedMessageId(keys, DOMAIN).of(caseId, caseId);
    }

    String address() {
      return new SignedPlusAddress(keys, MAILBOX).of(caseId);
    }

    String tag() {
      return new SignedSubject(keys).tagOf(caseId);
    }
  }
}
