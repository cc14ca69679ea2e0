package dev.smtpcode.render;

import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: combining marks none, wide characters two. */
final class Width {
  private Width() {}

  static int of(String s) {
    int sum = 0;
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      sum += of(c);
      i += Character.charCount(c);
    }
    return sum;
  }

  /** How many chars of {@code s} fit into {@code width} columns; at least one character. */
  static int fitting(String s, int width) {
    int sum = 0;
    int i = 0;
    while (i < s.length()) {
      int c = s.codePointAt(i);
      sum += of(c);
      if (sum > width && i > 0) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** {@code s} followed by as many spaces as make it {@code width} columns wide. */
  static String pad(String s, int width) {
    return s + " ".repeat(Math.max(0, width - of(s)));
  }

  private static int of(int codePoint) {
    boolean punctuationOrRule =
        codePoint >= 0x2010 && codePoint < 0x2028 || codePoint >= 0x2500 && codePoint < 0x25a0;
    if (codePoint < 0x300 || punctuationOrRule) {
      return 1; // no table is loaded for Latin text
    }
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }
}
