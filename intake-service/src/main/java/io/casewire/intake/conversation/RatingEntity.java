package io.casewire.intake.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How content a customer was with one resolution of his case. */
@Entity
@Table(name = "rating")
class RatingEntity {

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

  /** One for each resolution. */
  @Embeddable
  record Key(@Column(name = "case_id") UUID caseId, int resolution) {}
}
