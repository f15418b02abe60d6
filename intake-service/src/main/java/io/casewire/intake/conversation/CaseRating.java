package io.casewire.intake.conversation;

import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes how content a customer is: once for each resolution of his case. */
@ApplicationScoped
public class CaseRating {

  private static final Duration MAY_CHANGE = Duration.ofDays(1);

  private final Outbox outbox;

  CaseRating(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Whether a case with this status can be rated. */
  public static boolean isFor(CaseStatus status) {
    return status == CaseStatus.RESOLVED || status == CaseStatus.CLOSED;
  }

  /**
   * Takes a rating of the last resolution; within a day of the first one it replaces that.
   *
   * @param score 1 to 5
   * @param comment redacted
   * @return fails with a {@link Problem} 409 if the case is not done, or was rated before that
   */
  public Uni<Void> rate(
      UnitOfWork unitOfWork,
      UUID caseId,
      int score,
      @Nullable String comment,
      Instant now,
      Cause cause) {
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(entity -> rate(unitOfWork, entity, score, comment, now, cause));
  }

  private Uni<Void> rate(
      UnitOfWork unitOfWork,
      CaseEntity entity,
      int score,
      @Nullable String comment,
      Instant now,
      Cause cause) {
    if (!isFor(entity.status)) {
      throw Problem.conflict(
              "not-done",
              "Only a resolved or closed case can be rated",
              "The case is %s.".formatted(entity.status.wireName()))
          .withMember("caseStatus", entity.status);
    }
    RatingEntity.Key key = new RatingEntity.Key(entity.id, entity.reopenCount + 1);
    return unitOfWork
        .session()
        .find(RatingEntity.class, key)
        .chain(earlier -> keep(unitOfWork, key, earlier, score, comment, now))
        .chain(() -> publish(unitOfWork, entity, key, score, comment, now, cause));
  }

  private static Uni<Void> keep(
      UnitOfWork unitOfWork,
      RatingEntity.Key key,
      @Nullable RatingEntity earlier,
      int score,
      @Nullable String comment,
      Instant now) {
    if (earlier == null) {
      return unitOfWork.session().persist(new RatingEntity(key, score, comment, now));
    }
    if (now.isAfter(earlier.firstRatedAt.plus(MAY_CHANGE))) {
      throw Problem.conflict(
          "already-rated",
          "The case was rated more than a day ago",
          "A rating may be changed within a day. The case can be rated again when it was reopened"
              + " and resolved once more.");
    }
    earlier.score = score;
    earlier.comment = comment;
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> publish(
      UnitOfWork unitOfWork,
      CaseEntity entity,
      RatingEntity.Key key,
      int score,
      @Nullable String comment,
      Instant now,
      Cause cause) {
    CaseRated rated =
        new CaseRated(entity.id, key.resolution(), score, now, new CaseRated.Personal(comment));
    return outbox.append(
        unitOfWork,
        List.of(
            Publication.of(
                rated, entity.customerId, Ids.next(), entity.nextEventSequence(), now, cause)));
  }
}
