package dev.smtpcode.render;

import dev.smtpcode.reply.Hostile;

/**
 * Makes hostile text harmless for a terminal: control characters, bidirectional overrides and what
 * a terminal might take for one become visible escapes.
 */
public final class Clean {
  private Clean() {}

  /**
   * The text on one line: a tab or a line end as a space, every other character that is not to be
   * printed as {@code \xNN} or {@code \}{@code uNNNN}.
   */
  public static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Hostile.is(text.charAt(i))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      if (c == '\t' || c == '\n') {
        out.append(' ');
      } else if (!Hostile.is(c)) {
        out.append(c);
      } else if (c < 256) {
        out.append("\\x").append(hex(c >> 4)).append(hex(c));
      } else {
        out.append(escape(c));
      }
    }
    return out.toString();
  }

  /** {@code \}{@code uNNNN}, as JSON and Java write it too. */
  static String escape(char c) {
    return "\\u" + hex(c >> 12) + hex(c >> 8) + hex(c >> 4) + hex(c);
  }

  private static char hex(int nibble) {
    return Character.forDigit(nibble & 15, 16);
  }
}
