package dev.smtpcode.render;

/** The few styles there are; plain text where colours are off. */
final class Style {
  private static final String RESET = "\u001b[0m";
  private final boolean color;

  Style(boolean color) {
    this.color = color;
  }

  String bold(String s) {
    return wrap("\u001b[1m", s);
  }

  String dim(String s) {
    return wrap("\u001b[2m", s);
  }

  String code(String s) {
    return wrap("\u001b[36m", s);
  }

  /** Bold in the colour of a class of replies: 2 green, 3 blue, 4 yellow, 5 red. */
  String ofClass(char digit, String s) {
    return switch (digit) {
      case '2' -> wrap("\u001b[1;32m", s);
      case '3' -> wrap("\u001b[1;34m", s);
      case '4' -> wrap("\u001b[1;33m", s);
      case '5', '6' -> wrap("\u001b[1;31m", s);
      default -> bold(s);
    };
  }

  /** An OSC 8 hyperlink. */
  static String link(String url, String s) {
    return "\u001b]8;;" + url + "\u001b\\" + s + "\u001b]8;;\u001b\\";
  }

  boolean isOn() {
    return color;
  }

  private String wrap(String start, String s) {
    return color ? start + s + RESET : s;
  }
}
