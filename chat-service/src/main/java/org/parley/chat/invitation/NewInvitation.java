package org.parley.chat.invitation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

/**
 * An invitation somebody wants to make.
 *
 * @param expiresIn seconds, 300 to 2,592,000 (30 days); a week when absent
 * @param maxUses how many people it lets in, 1 to 1,000; any number when absent
 */
public record NewInvitation(@Nullable Long expiresIn, @Nullable Integer maxUses) {

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration USUAL = Duration.ofDays(7);
  private static final int MOST_USES = 1_000;

  public NewInvitation {
    List<FieldProblem> problems = new ArrayList<>();
    if (expiresIn != null
        && (expiresIn < SHORTEST.toSeconds() || expiresIn > LONGEST.toSeconds())) {
      problems.add(
          new FieldProblem(
              "expires_in",
              "An invitation lives for %d to %d seconds."
                  .formatted(SHORTEST.toSeconds(), LONGEST.toSeconds())));
    }
    if (maxUses != null && (maxUses < 1 || maxUses > MOST_USES)) {
      problems.add(
          new FieldProblem("max_uses", "An invitation is for 1 to " + MOST_USES + " people."));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }

  static NewInvitation usual() {
    return new NewInvitation(null, null);
  }

  Duration life() {
    return Duration.ofSeconds(Objects.requireNonNullElse(expiresIn, USUAL.toSeconds()));
  }
}
