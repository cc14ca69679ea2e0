package dev.smtpcode.reply;

/**
 * An enhanced status code, class.subject.detail (RFC 3463 section 2), packed into an int so that
 * hot paths need no object for it. 0 stands for none.
 */
public final class EnhancedCode {
  private static final int SUBJECT_BITS = 10;
  private static final int DETAIL_BITS = 10;

  private EnhancedCode() {}

  /** Each number from 0 to 999; the class 2, 4 or 5. */
  public static int pack(int codeClass, int subject, int detail) {
    return codeClass << (SUBJECT_BITS + DETAIL_BITS) | subject << DETAIL_BITS | detail;
  }

  /** The class digit, 2, 4 or 5; 0 for none. */
  public static int codeClass(int packed) {
    return packed >> (SUBJECT_BITS + DETAIL_BITS);
  }

  public static int subject(int packed) {
    return packed >> DETAIL_BITS & 0x3ff;
  }

  public static int detail(int packed) {
    return packed & 0x3ff;
  }

  /** {@code 5.7.26}, or null for none. */
  public static String text(int packed) {
    return packed == 0 ? null : codeClass(packed) + "." + subject(packed) + "." + detail(packed);
  }

  /** The code that {@code text} is, whole; 0 where it is none. */
  public static int parse(String text) {
    byte[] b = new byte[text.length()];
    for (int i = 0; i < b.length; i++) {
      char c = text.charAt(i);
      b[i] = c < 128 ? (byte) c : 0;
    }
    return parse(b, 0, b.length);
  }

  /** The code that {@code b[from,to)} is, whole; 0 where it is none. */
  public static int parse(byte[] b, int from, int to) {
    int end = endOf(b, from, to);
    return end == to ? at(b, from, to) : 0;
  }

  /** The code that begins at {@code from}; only to be asked where {@link #endOf} found one. */
  static int at(byte[] b, int from, int to) {
    int subject = 0;
    int detail = 0;
    int i = from + 2;
    for (; b[i] != '.'; i++) {
      subject = subject * 10 + b[i] - '0';
    }
    for (i++; i < to && isDigit(b[i]); i++) {
      detail = detail * 10 + b[i] - '0';
    }
    return pack(b[from] - '0', subject, detail);
  }

  /** Where the code that begins at {@code from} ends; -1 where none begins there. */
  static int endOf(byte[] b, int from, int to) {
    if (to - from < 5 || b[from] != '2' && b[from] != '4' && b[from] != '5' || b[from + 1] != '.') {
      return -1;
    }
    int dot = digits(b, from + 2, to);
    if (dot < 0 || dot == to || b[dot] != '.') {
      return -1;
    }
    return digits(b, dot + 1, to);
  }

  /** The end of the run of 1 to 3 digits at {@code from}; -1 where it is shorter or longer. */
  private static int digits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isDigit(b[i])) {
      i++;
    }
    return i == from || i - from > 3 ? -1 : i;
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
