package org.tierline.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What a customer thinks of our help.
 *
 * @param stars 1 (unhappy) to 5 (happy)
 * @param comment blank when they gave none
 * @param solved whether the problem is gone
 */
@Embeddable
public record Rating(
    int stars, String comment, boolean solved, @Column(name = "given_at") Instant at) {

  public static final int MOST_STARS = 5;

  public static final int MAX_COMMENT_LENGTH = 2000;

  public Rating {
    if (stars < 1 || stars > MOST_STARS) {
      throw new IllegalArgumentException("A rating has 1 to 5 stars, not " + stars);
    }
    if (comment.length() > MAX_COMMENT_LENGTH) {
      throw new IllegalArgumentException(
          "A comment has at most %d characters, not %d"
              .formatted(MAX_COMMENT_LENGTH, comment.length()));
    }
  }

  /** Whether another rating says the same, whenever it was given. */
  boolean saysTheSameAs(Rating other) {
    return stars == other.stars && solved == other.solved && comment.equals(other.comment);
  }
}
