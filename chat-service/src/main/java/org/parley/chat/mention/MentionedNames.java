package org.parley.chat.mention;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names a content mentions: {@code @} and a user name, or {@code @room}, anywhere but in code,
 * in an e-mail address or in the middle of a word.
 */
public final class MentionedNames {

  /** Whoever lists more means everybody. */
  static final int MOST = 50;

  /**
   * A user name as user-service takes it, between what belongs to no word. Possessive: what follows
   * may not make it shorter.
   */
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}@])@([A-Za-z0-9][A-Za-z0-9_.-]{2,}+)(?![\\p{L}\\p{N}@])");

  private static final int LONGEST = 32;
  private static final int SHORTEST = 3;

  private MentionedNames() {}

  /**
   * The names in small letters, separated by spaces; null when there are none, which costs nothing.
   * Where a name ends like a sentence, it is in there with and without that end.
   */
  public static @Nullable String in(String content) {
    if (content.indexOf('@') < 0) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    Matcher name = NAME.matcher(CodeParts.blanked(content));
    while (name.find() && names.size() < MOST) {
      add(name.group(1), names);
    }
    return names.isEmpty() ? null : String.join(" ", names);
  }

  private static void add(String word, Set<String> names) {
    int end = word.length();
    do {
      if (end >= SHORTEST && end <= LONGEST) {
        names.add(lowerCase(word.substring(0, end)));
      }
      end--;
    } while (end > 0 && names.size() < MOST && endsSentence(word.charAt(end)));
  }

  private static boolean endsSentence(char c) {
    return c == '.' || c == '-' || c == '_';
  }

  /** Of ASCII, as the database does it. */
  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
