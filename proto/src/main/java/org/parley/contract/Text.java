package org.parley.contract;

import org.jspecify.annotations.Nullable;

/** What text may be stored and shown: PostgreSQL takes neither NUL nor half a surrogate pair. */
public final class Text {

  private Text() {}

  /** Whether the text has neither NUL nor a lone surrogate. */
  public static boolean isStorable(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A text that somebody else chose, so that it forges no line of a log and fits: printable ASCII,
   * with ? for all else, and no more than so many characters. Empty for none.
   */
  public static String printable(@Nullable String text, int longest) {
    if (text == null) {
      return "";
    }
    String printable = text.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.substring(0, Math.min(printable.length(), longest));
  }

  /** The length people see, in Unicode code points. */
  public static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
