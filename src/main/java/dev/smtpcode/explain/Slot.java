package dev.smtpcode.explain;

import java.util.Locale;

/** What may stand in a slot of a {@link Form}. */
enum Slot {
  /** Letters, digits and the marks of identifiers. */
  ID("-._~+/=!$*:%", Use.TICKET),

  /** Ten or more letters, digits, {@code -} and {@code _}. */
  KEY("-_", Use.TICKET),

  /** Letters and digits. */
  ALNUM("", Use.TICKET),

  /** Five or more digits. */
  NUMBER(null, Use.TICKET),

  /** Digits. */
  DIGITS(null, Use.NONE),

  /** Anything without a blank. */
  WORD(null, Use.NONE),

  /** A domain, or an address in it. */
  DOMAIN(null, Use.DOMAIN),

  /** An IP address. */
  IP(".:", Use.ADDRESS),

  /** A number with a unit of time. */
  TIME(null, Use.WAIT),

  /** A number alone, which means seconds. */
  SECONDS(null, Use.WAIT);

  private static final int SHORTEST_KEY = 10;
  private static final int SHORTEST_NUMBER = 5;
  private static final int MOST_SECONDS = 7;
  private static final String NOT_IN_DOMAINS = "<>()[]{},;:\"'|=&?/";

  /** Marks that end a sentence rather than an identifier. */
  private static final String TRAILING = ".:!/-";

  /** The facts that slots hold. */
  enum Use {
    WAIT,
    TICKET,
    DOMAIN,
    ADDRESS,
    NONE
  }

  private final String marks;
  private final Use use;

  Slot(String marks, Use use) {
    this.marks = marks;
    this.use = use;
  }

  /**
   * @throws IllegalArgumentException where there is none of this name
   */
  static Slot of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The fact that what stands in it is a part of. */
  Use use() {
    return use;
  }

  /**
   * Where it ends when it begins at {@code from}; -1 where it cannot begin there.
   *
   * @param next the fixed text that must follow at once, or null
   */
  int end(ReplyText text, int from, String next) {
    if (this == TIME) {
      Durations.Span span = text.durationFrom(from);
      return span == null ? -1 : span.to();
    }
    int most = Math.min(text.length(), from + Form.LONGEST);
    int to = from;
    while (to < most && isPart(text.lower().charAt(to))) {
      if (next != null && to > from && text.lower().startsWith(next, to)) {
        return holds(text, from, to) ? to : -1;
      }
      to++;
    }
    if (next != null) {
      return text.lower().startsWith(next, to) && holds(text, from, to) ? to : -1;
    }
    boolean goesOn = to < text.length() && text.lower().charAt(to) == '@' || !text.isBreak(to);
    while (to > from && this != WORD && TRAILING.indexOf(text.lower().charAt(to - 1)) >= 0) {
      to--;
    }
    return goesOn || !holds(text, from, to) ? -1 : to;
  }

  /**
   * Where it begins when it ends at {@code to}; -1 where it cannot end there.
   *
   * @param previous the fixed text that must stand before it at once, or null
   */
  int start(ReplyText text, int to, String previous) {
    if (this == TIME) {
      Durations.Span span = text.durationTo(to);
      return span == null ? -1 : span.from();
    }
    int least = Math.max(0, to - Form.LONGEST);
    int from = to;
    while (from > least && isPart(text.lower().charAt(from - 1))) {
      if (previous != null && from < to && endsWith(text, previous, from)) {
        return holds(text, from, to) ? from : -1;
      }
      from--;
    }
    if (previous != null) {
      return endsWith(text, previous, from) && holds(text, from, to) ? from : -1;
    }
    boolean goesOn = from > 0 && text.lower().charAt(from - 1) == '@' || !text.isBreak(from);
    return goesOn || !holds(text, from, to) ? -1 : from;
  }

  /** Whether {@code fixed} stands before {@code to}. */
  static boolean endsWith(ReplyText text, String fixed, int to) {
    return to >= fixed.length() && text.lower().startsWith(fixed, to - fixed.length());
  }

  private boolean isPart(char c) {
    return switch (this) {
      case WORD -> c > ' ';
      case DOMAIN -> c > ' ' && NOT_IN_DOMAINS.indexOf(c) < 0;
      case NUMBER, DIGITS, SECONDS -> isDigit(c);
      default -> c >= 'a' && c <= 'z' || isDigit(c) || marks.indexOf(c) >= 0;
    };
  }

  private boolean holds(ReplyText text, int from, int to) {
    return switch (this) {
      case KEY -> to - from >= SHORTEST_KEY;
      case NUMBER -> to - from >= SHORTEST_NUMBER;
      case SECONDS -> to > from && to - from <= MOST_SECONDS && isAlone(text, from, to);
      default -> to > from;
    };
  }

  /** Whether no unit, no other word and no more of the number follow. */
  private static boolean isAlone(ReplyText text, int from, int to) {
    int at = to;
    while (at < text.length() && text.lower().charAt(at) == ' ') {
      at++;
    }
    boolean wordFollows = at < text.length() && Character.isLetter(text.lower().charAt(at));
    boolean goesOn =
        to + 1 < text.length()
            && ".,:-/".indexOf(text.lower().charAt(to)) >= 0
            && isDigit(text.lower().charAt(to + 1));
    boolean share = to < text.length() && text.lower().charAt(to) == '%';
    return !wordFollows && !goesOn && !share && text.durationFrom(from) == null;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
