package io.casewire.intake.email;

import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.LockedCase;
import io.casewire.intake.correspondence.Participants;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.thread.CaseFacts;
import io.casewire.intake.mail.thread.CaseFacts.Standing;
import io.casewire.intake.mail.thread.CaseReference;
import io.casewire.intake.mail.thread.ThreadCandidate;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a mail's hints to the cases that there are, and locks these. */
@ApplicationScoped
class CaseReferences {

  // A mail may hint at more; an honest one hints at one or two.
  private static final int MOST_CASES = 10;

  private final ThreadIds threadIds;
  private final Participants participants;
  private final Cases cases;

  CaseReferences(ThreadIds threadIds, Participants participants, Cases cases) {
    this.threadIds = threadIds;
    this.participants = participants;
    this.cases = cases;
  }

  /** Those of the hints that lead to a case, best first; their cases are locked. */
  Uni<List<CaseReference>> follow(UnitOfWork unitOfWork, List<ThreadCandidate> candidates) {
    return threadIds
        .casesOf(unitOfWork, messageIds(candidates))
        .map(known -> hints(candidates, known))
        .chain(
            hints ->
                facts(unitOfWork, hints.stream().map(Hint::caseId).collect(Collectors.toSet()))
                    .map(facts -> references(hints, facts)));
  }

  private record Hint(ThreadCandidate by, UUID caseId) {}

  private static List<MessageId> messageIds(List<ThreadCandidate> candidates) {
    return candidates.stream()
        .flatMap(
            candidate ->
                candidate instanceof ThreadCandidate.KnownMessageId(MessageId id)
                    ? Stream.of(id)
                    : Stream.empty())
        .toList();
  }

  private static List<Hint> hints(
      List<ThreadCandidate> candidates, Map<MessageId, List<UUID>> known) {
    Set<UUID> cases = new HashSet<>();
    return candidates.stream()
        .flatMap(by -> caseIds(by, known).map(caseId -> new Hint(by, caseId)))
        .filter(hint -> cases.size() < MOST_CASES && cases.add(hint.caseId()))
        .toList();
  }

  private static Stream<UUID> caseIds(ThreadCandidate by, Map<MessageId, List<UUID>> known) {
    return switch (by) {
      case ThreadCandidate.SignedId(UUID caseId) -> Stream.of(caseId);
      case ThreadCandidate.PlusAddress(UUID caseId) -> Stream.of(caseId);
      case ThreadCandidate.SubjectToken(UUID caseId) -> Stream.of(caseId);
      case ThreadCandidate.KnownMessageId(MessageId id) ->
          known.getOrDefault(id, List.of()).stream();
    };
  }

  private Uni<Map<UUID, CaseFacts>> facts(UnitOfWork unitOfWork, Set<UUID> caseIds) {
    if (caseIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Multi.createFrom()
        .items(caseIds.stream().sorted())
        .onItem()
        .transformToUniAndConcatenate(caseId -> cases.find(unitOfWork, caseId))
        .collect()
        .asList()
        .chain(
            copies ->
                participants
                    .of(unitOfWork, caseIds)
                    .map(
                        addresses ->
                            copies.stream()
                                .flatMap(Optional::stream)
                                .map(copy -> facts(copy, addresses))
                                .collect(
                                    Collectors.toMap(CaseFacts::caseId, Function.identity()))));
  }

  private static CaseFacts facts(LockedCase copy, Map<UUID, Set<String>> authors) {
    Set<EmailAddress> all =
        Stream.concat(
                Stream.ofNullable(copy.customerAddress()),
                authors.getOrDefault(copy.caseId(), Set.of()).stream())
            .flatMap(address -> EmailAddress.parse(address).stream())
            .collect(Collectors.toSet());
    return new CaseFacts(copy.caseId(), standing(copy), all);
  }

  private static Standing standing(LockedCase copy) {
    return switch (copy.status()) {
      case OPEN, PENDING -> new Standing.Active();
      case RESOLVED -> resolved(copy.reopenUntil());
      case SPAM -> new Standing.Spam();
      case CLOSED, MERGED -> new Standing.Closed();
    };
  }

  private static Standing resolved(@Nullable Instant reopenUntil) {
    return reopenUntil == null ? new Standing.Closed() : new Standing.Resolved(reopenUntil);
  }

  private static List<CaseReference> references(List<Hint> hints, Map<UUID, CaseFacts> facts) {
    return hints.stream()
        .filter(hint -> facts.containsKey(hint.caseId()))
        .map(hint -> new CaseReference(hint.by(), facts.get(hint.caseId())))
        .toList();
  }
}
