package dev.smtpcode.render;

/**
 * Numbers as text, the same in every language. Without {@link java.util.Formatter}, which loads the
 * data of locales first.
 */
final class Numbers {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Numbers() {}

  /** {@code 1,234,567}. */
  static String grouped(long n) {
    StringBuilder digits = new StringBuilder().append(n);
    int first = n < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /** {@code 12.5 %}; empty for a part of nothing. */
  static String share(long part, long whole) {
    return whole == 0 ? "" : tenths(Math.round(1000.0 * part / whole)) + " %";
  }

  /** {@code 1.4 kB}. */
  static String bytes(long n) {
    double x = n;
    int unit = 0;
    while (x >= 1000 && unit < UNITS.length - 1) {
      x /= 1000;
      unit++;
    }
    return (unit == 0 ? Long.toString(n) : tenths(Math.round(10 * x))) + " " + UNITS[unit];
  }

  private static String tenths(long n) {
    return n / 10 + "." + n % 10;
  }
}
