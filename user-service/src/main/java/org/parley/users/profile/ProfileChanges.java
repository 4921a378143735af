package org.parley.users.profile;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.regex.Pattern;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * What people may change about themselves, and nothing else: other fields are ignored, as
 * everywhere.
 *
 * @param displayName what clients show; without the blanks around it; what is missing is refused as
 *     what is empty is
 */
record ProfileChanges(@JsonAlias("displayName") String displayName) {

  private static final int LONGEST_NAME = 64;

  /**
   * Control characters, line ends, and what turns the direction of text that comes after it: with
   * those a name could write over its surroundings. Joiners stay: scripts and emoji need them.
   */
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  ProfileChanges {
    displayName = displayName == null ? "" : displayName.strip();
    if (displayName.isEmpty()
        || Text.codePoints(displayName) > LONGEST_NAME
        || !Text.isStorable(displayName)
        || UNSHOWABLE.matcher(displayName).find()) {
      throw ProblemException.invalid(
          "display_name", "A display name has 1 to 64 characters and no control characters.");
    }
  }
}
