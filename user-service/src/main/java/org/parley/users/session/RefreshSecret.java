package org.parley.users.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** A refresh token as its holder sees it: 256 random bits, base64url. */
record RefreshSecret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  RefreshSecret {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new ProblemException(ProblemType.INVALID_REFRESH_TOKEN);
    }
  }

  static RefreshSecret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new RefreshSecret(BASE64.encodeToString(bits));
  }

  /**
   * What is stored. Plain SHA-256: there is nothing to guess in 256 random bits, so nothing to slow
   * down.
   */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return BASE64.encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Never the secret: records end up in logs. */
  @Override
  public String toString() {
    return "RefreshSecret[…]";
  }
}
