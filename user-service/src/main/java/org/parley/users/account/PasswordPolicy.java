package org.parley.users.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.contract.Text;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

/** Which passwords people may choose. It holds when one is chosen; signing in never asks. */
enum PasswordPolicy {
  /** At least 8 characters, and none that a guesser tries among the first million. */
  STRONG(8, true),
  /**
   * At least 6 characters: the rule of the system Parley grew out of, for its clients and load
   * tests.
   */
  BASIC(6, false);

  /** Beyond this a password gains nothing, and long ones must not cost us more. */
  static final int LONGEST = 128;

  /**
   * zxcvbn's score below which we refuse: 0 and 1 mean fewer than 10^6 guesses, "protection from
   * throttled online attacks" at best. 2 would be asked for by a service whose hashes get stolen
   * often; it refuses too many that people think are good.
   */
  private static final int LEAST_SCORE = 2;

  /**
   * zxcvbn takes 6 ms for 64 characters and half a second for 128; what matters stands in the
   * first.
   */
  private static final int JUDGED_CHARACTERS = 64;

  private final int shortest;
  private final boolean refusesCommon;

  PasswordPolicy(int shortest, boolean refusesCommon) {
    this.shortest = shortest;
    this.refusesCommon = refusesCommon;
  }

  static PasswordPolicy from(Settings settings) {
    String name = settings.text("PARLEY_PASSWORD_POLICY", "strong");
    return switch (name) {
      case "strong" -> STRONG;
      case "basic" -> BASIC;
      default ->
          throw new BadSettingException(
              "PARLEY_PASSWORD_POLICY is \"" + name + "\"; it must be strong or basic.");
    };
  }

  /** What is wrong with this person's password, as one sentence. Takes milliseconds of a core. */
  Optional<String> problemWith(NewAccount account) {
    String password = account.password();
    int length = Text.codePoints(password);
    if (length < shortest || length > LONGEST) {
      return Optional.of("A password has %d to %d characters.".formatted(shortest, LONGEST));
    }
    if (refusesCommon && isCommon(account)) {
      return Optional.of(
          "This password is among the first that are guessed. Choose a longer or a less usual one.");
    }
    return Optional.empty();
  }

  private static boolean isCommon(NewAccount account) {
    String password = account.password();
    String judged = password.substring(0, Math.min(password.length(), JUDGED_CHARACTERS));
    return Judge.ZXCVBN.measure(judged, knownAbout(account)).getScore() < LEAST_SCORE;
  }

  /** What a guesser who knows the person tries first. */
  private static List<String> knownAbout(NewAccount account) {
    List<String> known = new ArrayList<>(List.of("parley"));
    if (account.username() != null) {
      known.add(account.username());
    }
    if (account.email() != null) {
      known.add(account.email());
      known.addAll(List.of(account.email().split("[@.]")));
    }
    return known.stream()
        .filter(word -> word.length() > 1 && word.length() <= JUDGED_CHARACTERS)
        .toList();
  }

  /**
   * Loaded when first needed: the dictionaries take 50 ms and 10 MB, and BASIC never asks.
   * Immutable.
   */
  private static final class Judge {
    static final Zxcvbn ZXCVBN = new Zxcvbn();
  }
}
