package org.parley.chat.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a link: whoever has it may come in. */
record InvitationToken(String text) {

  /** Nobody guesses 192 bits; 24 bytes are 32 characters without padding. */
  private static final int BYTES = 24;

  /** Far more than ours have: what is longer is not worth hashing. */
  private static final int MOST_CHARACTERS = 200;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static InvitationToken fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new InvitationToken(BASE64.encodeToString(bytes));
  }

  boolean isTooLong() {
    return text.length() > MOST_CHARACTERS;
  }

  /** What is stored. A token is random, so that nothing slower is needed than for a password. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "InvitationToken[…]";
  }
}
