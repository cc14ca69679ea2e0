package dev.smtpcode.explain;

import dev.smtpcode.catalog.TimeWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds times in a text: {@code 5 minutes}, {@code 300s}, {@code 1 hour and 30 minutes}, {@code
 * 5-10 min}, {@code an hour}, {@code 00:05:00}.
 */
final class Durations {
  private static final int MOST = 64;
  private static final int MOST_DIGITS = 7;
  private static final int MOST_WORD = 24;
  private static final int MOST_QUALIFIERS = 2;
  private static final int CLOCK_BASE = 60;

  /**
   * A time in a text.
   *
   * @param from where it begins, with words such as {@code at least}
   * @param bare where it begins without them
   */
  record Span(int from, int bare, int to, long seconds) {}

  private final TimeWords words;

  Durations(TimeWords words) {
    this.words = words;
  }

  /** The times in a text in lower case, in order. */
  List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    for (int i = 0; i < text.length() && found.size() < MOST; ) {
      Span span = beginsNumber(text, i) ? at(text, i) : null;
      if (span == null) {
        i++;
      } else {
        found.add(span);
        i = span.to();
      }
    }
    return found;
  }

  private static boolean beginsNumber(String text, int at) {
    char c = text.charAt(at);
    if (at == 0) {
      return Character.isLetterOrDigit(c);
    }
    char before = text.charAt(at - 1);
    if (Slot.isDigit(c)) {
      boolean inNumber = at > 1 && (before == '.' || before == ',' || before == ':');
      return !ReplyText.isWord(before) && !(inNumber && Slot.isDigit(text.charAt(at - 2)));
    }
    return Character.isLetter(c) && !Character.isLetterOrDigit(before);
  }

  /** The time whose number begins at {@code bare}, or null. */
  private Span at(String text, int bare) {
    Span clock = clock(text, bare);
    if (clock != null) {
      return clock;
    }
    long sum = 0;
    int smaller = Integer.MAX_VALUE;
    int end = -1;
    for (int at = bare; at >= 0; ) {
      Amount amount = amount(text, at);
      if (amount == null || amount.unit() >= smaller) {
        break;
      }
      sum += amount.seconds();
      smaller = amount.unit();
      end = amount.to();
      at = behindJoin(text, end);
    }
    return end < 0 ? null : new Span(qualified(text, bare), bare, end, sum);
  }

  /** A number with its unit. */
  private record Amount(int to, int unit, long seconds) {}

  private Amount amount(String text, int from) {
    int to = from;
    double value;
    if (Slot.isDigit(text.charAt(from))) {
      to = number(text, from);
      value = value(text, from, to);
      int dash = to;
      if (dash + 1 < text.length()
          && (text.charAt(dash) == '-' || text.charAt(dash) == '\u2013')
          && Slot.isDigit(text.charAt(dash + 1))) {
        to = number(text, dash + 1); // a range: the longer time is the safe one
        value = value(text, dash + 1, to);
      }
    } else {
      to = wordEnd(text, from);
      Integer named = words.numbers().get(text.substring(from, to));
      value = named == null ? -1 : named;
    }
    if (value < 0) {
      return null;
    }
    int unit = to;
    while (unit < text.length() && unit - to < 3 && " \t\r\n-".indexOf(text.charAt(unit)) >= 0) {
      unit++;
    }
    int end = unitEnd(text, unit);
    if (end < 0) {
      return null;
    }
    int seconds = words.units().get(text.substring(unit, end));
    return new Amount(behindPlural(text, end), seconds, (long) Math.ceil(value * seconds));
  }

  /** Where the number ends: digits, thousands set apart by commas, a fraction behind a point. */
  private static int number(String text, int from) {
    int to = from;
    while (to < text.length() && Slot.isDigit(text.charAt(to))) {
      to++;
    }
    while (isThousands(text, to)) {
      to += 4;
    }
    if (to + 1 < text.length() && text.charAt(to) == '.' && Slot.isDigit(text.charAt(to + 1))) {
      to++;
      while (to < text.length() && Slot.isDigit(text.charAt(to))) {
        to++;
      }
    }
    return to;
  }

  private static boolean isThousands(String text, int comma) {
    if (comma + 3 >= text.length() || text.charAt(comma) != ',') {
      return false;
    }
    boolean digits =
        Slot.isDigit(text.charAt(comma + 1))
            && Slot.isDigit(text.charAt(comma + 2))
            && Slot.isDigit(text.charAt(comma + 3));
    return digits && (comma + 4 == text.length() || !Slot.isDigit(text.charAt(comma + 4)));
  }

  /** Its value; -1 for one too long to be a time. */
  private static double value(String text, int from, int to) {
    String digits = text.substring(from, Math.min(to, from + MOST_DIGITS + 8)).replace(",", "");
    int point = digits.indexOf('.');
    boolean tooLong =
        to - from > MOST_DIGITS + 8 || (point < 0 ? digits.length() : point) > MOST_DIGITS;
    return tooLong ? -1 : Double.parseDouble(digits);
  }

  /** Where the unit ends that begins at {@code from}; -1 for none. */
  private int unitEnd(String text, int from) {
    if (from >= text.length()) {
      return -1;
    }
    if (ReplyText.isWord(text.charAt(from))) {
      int end = wordEnd(text, from);
      return words.units().containsKey(text.substring(from, end)) ? end : -1;
    }
    for (int end = Math.min(text.length(), from + MOST_WORD); end > from; end--) {
      if (words.units().containsKey(text.substring(from, end))) {
        return end; // no blank ends a word in this script: the longest unit is meant
      }
    }
    return -1;
  }

  private static int wordEnd(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < MOST_WORD && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /** Behind a mark of the plural such as {@code (s)}. */
  private static int behindPlural(String text, int at) {
    int to = at + 1;
    while (to < text.length() && to < at + 4 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    boolean plural =
        at < text.length() && text.charAt(at) == '(' && to < text.length() && to > at + 1;
    return plural && text.charAt(to) == ')' ? to + 1 : at;
  }

  /** Where the next part of a time would begin; -1 for nowhere. */
  private int behindJoin(String text, int from) {
    int at = skipBlanks(text, from);
    for (String join : words.joins()) {
      if (text.startsWith(join, at)) {
        at = skipBlanks(text, at + join.length());
        break;
      }
    }
    return at < text.length() && Slot.isDigit(text.charAt(at)) ? at : -1;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 4 && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** Where the words before a time begin that only qualify it. */
  private int qualified(String text, int bare) {
    int from = bare;
    for (int i = 0; i < MOST_QUALIFIERS; i++) {
      int end = from;
      while (end > 0 && from - end < 4 && text.charAt(end - 1) <= ' ') {
        end--;
      }
      int before = from;
      for (String word : words.qualifiers()) {
        int start = end - word.length();
        boolean whole = start <= 0 || !ReplyText.isWord(text.charAt(start - 1));
        if (start >= 0 && start < before && whole && text.startsWith(word, start)) {
          before = start;
        }
      }
      from = before;
    }
    return from;
  }

  /** {@code 00:05:00}, or null. */
  private Span clock(String text, int from) {
    int to = from;
    int colons = 0;
    while (to < text.length()
        && to - from < 9
        && (Slot.isDigit(text.charAt(to)) || text.charAt(to) == ':')) {
      colons += text.charAt(to) == ':' ? 1 : 0;
      to++;
    }
    int hours = to - 6 - from;
    boolean clock =
        colons == 2
            && (hours == 1 || hours == 2)
            && text.charAt(to - 6) == ':'
            && text.charAt(to - 3) == ':';
    if (!clock) {
      return null;
    }
    long sum = Integer.parseInt(text, from, from + hours, 10);
    sum = sum * CLOCK_BASE + Integer.parseInt(text, to - 5, to - 3, 10);
    sum = sum * CLOCK_BASE + Integer.parseInt(text, to - 2, to, 10);
    return new Span(qualified(text, from), from, to, sum);
  }
}
