package org.parley.users.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands for a name somebody typed in counts of wrong passwords: the same for all that the
 * database takes for one name, and never the name, because people type their password there by
 * mistake. It does not tell whose name it is: see docs/decisions/0029.
 */
record TypedName(String key) {

  static TypedName of(String name) {
    try {
      byte[] folded = folded(name).getBytes(StandardCharsets.UTF_8);
      return new TypedName(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folded)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Character by character and by way of upper case, so that it takes for one whatever PostgreSQL's
   * lower() does in any locale, and more: a dotted capital I must be no way to count anew.
   */
  private static String folded(String name) {
    return name.codePoints()
        .map(Character::toUpperCase)
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
