package dev.smtpcode.explain;

import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyCode;

/**
 * Joins the lines of a pasted multi-line reply, {@code 550-…} and {@code 550 …} (RFC 5321 section
 * 4.2.1).
 */
final class ReplyLines {
  private ReplyLines() {}

  /**
   * The reply on one line: the code once, the enhanced status code once, the words of all lines.
   * Takes {@code \n} in a text for a line end, as logs write it.
   */
  static String join(String text) {
    String unescaped =
        text.indexOf("\\n") >= 0 ? text.replace("\\r", "").replace("\\n", "\n") : text;
    if (unescaped.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    String lead = "";
    for (String raw : unescaped.split("\n", -1)) {
      String line = raw.strip();
      if (line.isEmpty()) {
        continue;
      }
      if (lead.isEmpty()) {
        lead = lead(line);
        out.append(line);
        continue;
      }
      out.append(' ').append(withoutLead(line, lead));
    }
    return out.toString();
  }

  /** The first reply code of a line, behind any words before it. */
  private static String lead(String line) {
    for (int i = 0; i + 3 < line.length(); i++) {
      boolean opens = i == 0 || line.charAt(i - 1) == ' ' || line.charAt(i - 1) == ':';
      if (opens && ReplyCode.isOne(line.substring(i, i + 3)) && isSeparator(line.charAt(i + 3))) {
        return line.substring(i, i + 3);
      }
    }
    return "none";
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-';
  }

  private static String withoutLead(String line, String code) {
    if (!line.startsWith(code) || line.length() > 3 && !isSeparator(line.charAt(3))) {
      return line;
    }
    String rest = line.length() > 3 ? line.substring(4).strip() : "";
    int space = rest.indexOf(' ');
    String word = space < 0 ? rest : rest.substring(0, space);
    boolean enhanced = EnhancedCode.parse(word) != 0;
    return enhanced ? rest.substring(word.length()).strip() : rest;
  }
}
