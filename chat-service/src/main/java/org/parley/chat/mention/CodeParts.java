package org.parley.chat.mention;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a content is code: between fences, which stand on lines of their own, and in spans between
 * as many backticks on either side. As CommonMark has it, without lists and quotations around.
 */
final class CodeParts {

  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}+|~{3,}+)(.*)");
  private static final Pattern BACKTICKS = Pattern.compile("`++");

  private final char[] text;

  /** The paragraph that is open, and the fence, if one is. */
  private int paragraph;

  private String fence = "";

  private CodeParts(String content) {
    this.text = content.toCharArray();
  }

  /** The same content with spaces in place of code. */
  static String blanked(String content) {
    if (content.indexOf('`') < 0 && !content.contains("~~~")) {
      return content;
    }
    CodeParts parts = new CodeParts(content);
    int start = 0;
    while (start <= content.length()) {
      int end = content.indexOf('\n', start);
      end = end < 0 ? content.length() : end;
      parts.line(content, start, end);
      start = end + 1;
    }
    parts.endParagraph(content, content.length());
    return new String(parts.text);
  }

  private void line(String content, int start, int end) {
    String line = content.substring(start, end).stripTrailing();
    Matcher mark = FENCE.matcher(line);
    if (!fence.isEmpty()) {
      blank(start, end);
      if (mark.matches() && mark.group(1).startsWith(fence) && mark.group(2).isEmpty()) {
        fence = "";
        paragraph = end;
      }
    } else if (mark.matches() && opens(mark)) {
      endParagraph(content, start);
      blank(start, end);
      fence = mark.group(1);
    } else if (line.isBlank()) {
      endParagraph(content, end);
    }
  }

  /** A fence of backticks has none behind it: that would be a span. */
  private static boolean opens(Matcher mark) {
    return mark.group(1).charAt(0) == '~' || mark.group(2).indexOf('`') < 0;
  }

  /** Spans end with their paragraph. */
  private void endParagraph(String content, int end) {
    if (fence.isEmpty()) {
      spans(content, end);
    }
    paragraph = end;
  }

  private void spans(String content, int end) {
    Matcher opening = BACKTICKS.matcher(content);
    int from = paragraph;
    while (from < end && opening.find(from) && opening.end() <= end) {
      int length = opening.end() - opening.start();
      Matcher closing = BACKTICKS.matcher(content).region(opening.end(), end);
      boolean closed = false;
      while (!closed && closing.find()) {
        closed = closing.end() - closing.start() == length;
      }
      if (closed) {
        blank(opening.start(), closing.end());
      }
      from = closed ? closing.end() : opening.end();
    }
  }

  private void blank(int start, int end) {
    Arrays.fill(text, start, end, ' ');
  }
}
