package org.parley.users.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.contract.FieldProblem;
import org.parley.contract.Text;

/** What somebody chose to be known by and to sign in with, not yet checked. */
public record NewAccount(String username, String email, String password) {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{2,31}");

  /** One @ with something on either side. Whether mail arrives only a mail can tell. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

  /** The longest address a mail server must take (RFC 5321 §4.5.3.1.3, less the angle brackets). */
  private static final int LONGEST_EMAIL = 254;

  /** Everything wrong with name and address, whether or not they are taken. */
  List<FieldProblem> nameProblems() {
    List<FieldProblem> problems = new ArrayList<>();
    if (username == null || !USERNAME.matcher(username).matches()) {
      problems.add(
          new FieldProblem(
              "username",
              "A user name has 3 to 32 letters a-z, digits, dots, dashes or underscores and starts with a letter or"
                  + " digit."));
    }
    if (email == null
        || !Text.isStorable(email)
        || Text.codePoints(email) > LONGEST_EMAIL
        || !EMAIL.matcher(email).matches()) {
      problems.add(
          new FieldProblem("email", "An email address has an @ and at most 254 characters."));
    }
    return problems;
  }

  /** Never the password: records end up in logs. */
  @Override
  public String toString() {
    return "NewAccount[username=" + username + "]";
  }

  /**
   * A checked account whose password is hashed: all that may be stored. Made by {@link Passwords}
   * only.
   */
  public static final class Hashed {

    private final NewAccount account;
    private final String passwordHash;

    Hashed(NewAccount account, String passwordHash) {
      this.account = account;
      this.passwordHash = passwordHash;
    }

    String username() {
      return account.username();
    }

    String email() {
      return account.email();
    }

    String passwordHash() {
      return passwordHash;
    }
  }
}
