package dev.smtpcode.log.mail;

import java.util.Locale;

/** The text of an HTML part, good enough to find a reply in it. */
final class HtmlText {
  private static final int MAX_TAG = 4_000;

  private HtmlText() {}

  static String of(String html) {
    StringBuilder out = new StringBuilder(html.length() / 2);
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<') {
        i = tag(html, i, out);
      } else if (c == '&') {
        i = entity(html, i, out);
      } else {
        out.append(c == '\n' || c == '\r' ? ' ' : c);
        i++;
      }
    }
    return out.toString();
  }

  private static int tag(String html, int from, StringBuilder out) {
    int close = from + 1;
    while (close < html.length()
        && close - from < MAX_TAG
        && "<>".indexOf(html.charAt(close)) < 0) {
      close++;
    }
    if (close >= html.length() || html.charAt(close) != '>') {
      out.append('<');
      return from + 1;
    }
    String name = name(html, from + 1, close);
    switch (name) {
      case "br", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3", "/td", "/table" ->
          out.append('\n');
      case "p" -> out.append("\n\n");
      case "style", "script" -> {
        int end = html.indexOf("</" + name, close);
        return end < 0 ? html.length() : end;
      }
      default -> {
        if (html.startsWith("<!--", from)) {
          int end = html.indexOf("-->", from);
          return end < 0 ? html.length() : end + 3;
        }
        if (Addresses.at(html, from + 1) != null) {
          out.append(html, from, close + 1); // <user@example.org>, not escaped
        }
      }
    }
    return close + 1;
  }

  private static String name(String html, int from, int to) {
    int end = from;
    while (end < to
        && end - from < 12
        && (html.charAt(end) == '/' && end == from
            || Character.isLetterOrDigit(html.charAt(end)))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static int entity(String html, int from, StringBuilder out) {
    int end = from + 1;
    while (end < html.length() && end - from < 10 && html.charAt(end) != ';') {
      end++;
    }
    if (end >= html.length() || html.charAt(end) != ';') {
      out.append('&');
      return from + 1;
    }
    String name = html.substring(from + 1, end);
    switch (name) {
      case "lt" -> out.append('<');
      case "gt" -> out.append('>');
      case "amp" -> out.append('&');
      case "quot" -> out.append('"');
      case "nbsp" -> out.append(' ');
      case "apos" -> out.append('\'');
      default -> out.appendCodePoint(character(name));
    }
    return end + 1;
  }

  /** The character of {@code #64} or {@code #x40}; a space for any other name. */
  private static int character(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    int radix = hex ? 16 : 10;
    int character = 0;
    for (int i = hex ? 2 : 1; name.startsWith("#") && i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), radix);
      if (digit < 0 || character > Character.MAX_CODE_POINT) {
        return ' ';
      }
      character = character * radix + digit;
    }
    return character > ' ' && Character.isValidCodePoint(character) ? character : ' ';
  }
}
