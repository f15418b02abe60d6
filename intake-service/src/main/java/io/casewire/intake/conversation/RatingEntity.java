package io.casewire.intake.conversation;

import io.casewire.kit.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How content a customer was with one resolution of his case. */
@Entity
@Table(name = "rating")
class RatingEntity {

  private static final Duration MAY_CHANGE = Duration.ofDays(1);

  @EmbeddedId Key key;

  int score;
  @Nullable String comment;

  @Column(name = "first_rated_at")
  Instant firstRatedAt;

  protected RatingEntity() {}

  RatingEntity(Key key, int score, @Nullable String comment, Instant firstRatedAt) {
    this.key = key;
    this.score = score;
    this.comment = comment;
    this.firstRatedAt = firstRatedAt;
  }

  /**
   * Changes the rating, within a day of the first one.
   *
   * @throws Problem 409 after that
   */
  void change(int newScore, @Nullable String newComment, Instant now) {
    if (now.isAfter(firstRatedAt.plus(MAY_CHANGE))) {
      throw Problem.conflict(
          "already-rated",
          "The case was rated more than a day ago",
          "A rating may be changed within a day. The case can be rated again when it was reopened"
              + " and resolved once more.");
    }
    score = newScore;
    comment = newComment;
  }

  /** One for each resolution. */
  @Embeddable
  record Key(@Column(name = "case_id") UUID caseId, int resolution) {}
}
