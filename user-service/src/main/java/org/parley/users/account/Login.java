package org.parley.users.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * Somebody's claim to be a person.
 *
 * @param name a user name, or an email address: it has an @, which no user name has
 */
public record Login(String name, String password) {

  public Login {
    List<FieldProblem> problems = new ArrayList<>();
    if (name == null || name.isBlank() || !Text.isStorable(name)) {
      problems.add(new FieldProblem("username", "Give your user name or your email address."));
    }
    if (password == null || password.isEmpty() || !Text.isStorable(password)) {
      problems.add(new FieldProblem("password", "Give your password."));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }

  boolean isByEmail() {
    return name.indexOf('@') >= 0;
  }

  /** SHA-256 of the name in lower case; {@code #} before it, so that it is no user's id. */
  String hashOfName() {
    try {
      byte[] name = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return "#" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Never the password: records end up in logs. */
  @Override
  public String toString() {
    return "Login[name=" + name + "]";
  }

  /** Somebody who knew their password a moment ago. Made by {@link Passwords} only. */
  public static final class Proof {

    private final UserView user;
    private final int passwordVersion;

    Proof(Accounts.Credentials checked) {
      this.user = checked.user();
      this.passwordVersion = checked.passwordVersion();
    }

    public UserView user() {
      return user;
    }

    int passwordVersion() {
      return passwordVersion;
    }
  }
}
