package dev.smtpcode.log.mail;

import java.util.List;
import java.util.Locale;

/** Matching of wording: in lower case, white space as one space. */
final class Phrases {
  private Phrases() {}

  /** The text as phrases are written. */
  static String normal(String text) {
    return spaced(text).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }

  /** White space and control characters as one space, none at the ends. */
  static String spaced(String text) {
    int kept = 0;
    while (kept < text.length() && (!isSpace(text.charAt(kept)) || isOneSpace(text, kept))) {
      kept++;
    }
    if (kept == text.length()) {
      return text.strip();
    }
    StringBuilder b = new StringBuilder(text.length()).append(text, 0, kept);
    boolean space = kept == 0 || text.charAt(kept - 1) == ' ';
    for (int i = kept; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        if (!space) {
          b.append(' ');
        }
        space = true;
      } else {
        b.append(c);
        space = false;
      }
    }
    return b.toString().strip();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c >= '\u007f' && c <= '\u00a0' || c == '\u3000';
  }

  /** Whether a space stands there, and none before it. */
  private static boolean isOneSpace(String text, int at) {
    return text.charAt(at) == ' ' && at > 0 && text.charAt(at - 1) != ' ';
  }

  static boolean anyIn(String normal, List<String> phrases) {
    for (String p : phrases) {
      if (normal.contains(p)) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithAny(String normal, List<String> phrases) {
    for (String p : phrases) {
      if (normal.startsWith(p)) {
        return true;
      }
    }
    return false;
  }

  /** The length of the longest of the phrases that ends at {@code end}; 0 for none. */
  static int lengthBefore(String lower, int end, List<String> phrases) {
    int longest = 0;
    for (String p : phrases) {
      if (p.length() > longest && lower.startsWith(p, end - p.length())) {
        longest = p.length();
      }
    }
    return longest;
  }

  /** The longest of the phrases that stands at {@code from}; 0 for none. */
  static int lengthAt(String lower, int from, List<String> phrases) {
    int longest = 0;
    for (String p : phrases) {
      if (p.length() > longest && lower.startsWith(p, from)) {
        longest = p.length();
      }
    }
    return longest;
  }

  /** Whether the line is one of these markers. */
  static boolean isMarker(String line, List<String> markers) {
    if (line.length() > 200 || !mayBegin(line, markers)) {
      return false;
    }
    String normal = normal(line);
    int from = 0;
    int to = normal.length();
    while (from < to && isDecoration(normal.charAt(from))) {
      from++;
    }
    while (to > from && isDecoration(normal.charAt(to - 1))) {
      to--;
    }
    String core = normal.substring(from, to);
    for (String m : markers) {
      boolean open = m.endsWith("*");
      String words = open ? m.substring(0, m.length() - 1) : m;
      if (open ? core.startsWith(words) : core.equals(words)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first letter of a line is that of a marker: most lines go no further. */
  private static boolean mayBegin(String line, List<String> markers) {
    int first = 0;
    while (first < line.length() && isDecoration(line.charAt(first))) {
      first++;
    }
    if (first == line.length()) {
      return false;
    }
    char letter = Character.toLowerCase(line.charAt(first));
    for (String m : markers) {
      if (m.charAt(0) == letter) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDecoration(char c) {
    return !Character.isLetterOrDigit(c);
  }
}
