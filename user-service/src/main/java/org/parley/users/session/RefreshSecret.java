package org.parley.users.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * A refresh token as its holder sees it, base64url: 128 random bits that all tokens of a session
 * share, its family, and 128 of its own.
 */
public record RefreshSecret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Bytes of the family, and as many of the token's own: neither can be guessed. */
  private static final int HALF = 16;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public RefreshSecret {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new ProblemException(ProblemType.INVALID_REFRESH_TOKEN);
    }
  }

  /** The first of a new family. */
  static RefreshSecret random() {
    byte[] bits = new byte[2 * HALF];
    RANDOM.nextBytes(bits);
    return new RefreshSecret(BASE64.encodeToString(bits));
  }

  /** Another of the same family. */
  RefreshSecret next() {
    byte[] own = new byte[HALF];
    RANDOM.nextBytes(own);
    byte[] bits = ByteBuffer.allocate(2 * HALF).put(family()).put(own).array();
    return new RefreshSecret(BASE64.encodeToString(bits));
  }

  /**
   * What is stored. Plain SHA-256: there is nothing to guess in 128 random bits or more, so nothing
   * to slow down.
   */
  String hash() {
    return sha256(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What is stored of the family: whoever shows it has had a token of the session. */
  String familyHash() {
    return sha256(family());
  }

  private byte[] family() {
    return Arrays.copyOf(Base64.getUrlDecoder().decode(text), HALF);
  }

  private static String sha256(byte[] bytes) {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
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
