package org.parley.contract;

/** What text may be stored: PostgreSQL takes neither NUL nor half a surrogate pair. */
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

  /** The length people see, in Unicode code points. */
  public static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
