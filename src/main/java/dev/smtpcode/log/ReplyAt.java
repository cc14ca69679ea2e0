package dev.smtpcode.log;

import dev.smtpcode.reply.EnhancedCode;

/**
 * Reply codes at a place where a log format puts them. Where the place is not known, {@link
 * dev.smtpcode.reply.ReplyReader} looks for one.
 */
final class ReplyAt {
  private ReplyAt() {}

  /** The three digits at {@code i} where they end there as a reply code does; else 0. */
  static int reply(byte[] b, int i, int to) {
    if (to - i < 3
        || b[i] < '1'
        || b[i] > '9'
        || !Bytes.isDigit(b[i + 1])
        || !Bytes.isDigit(b[i + 2])) {
      return 0;
    }
    if (i + 3 < to
        && b[i + 3] != ' '
        && b[i + 3] != '-'
        && b[i + 3] != '\\'
        && b[i + 3] != ':'
        && b[i + 3] != '_') {
      return 0;
    }
    return (b[i] - '0') * 100 + (b[i + 1] - '0') * 10 + b[i + 2] - '0';
  }

  /**
   * The enhanced status code behind the reply code at {@code i}, if both are of success or both of
   * failure; else 0. {@code 550 4.4.7} is as wrong as it is common.
   */
  static int enhancedBehind(byte[] b, int i, int to) {
    int from = i + 4;
    if (from < to && (b[from] == '#' || b[from] == '(' || b[from] == ' ' || b[from] == '-')) {
      from++;
    }
    int code = enhanced(b, from, to);
    int digit = b[i] - '0';
    int cls = EnhancedCode.codeClass(code);
    return cls == digit || cls >= 4 && (digit == 4 || digit == 5) ? code : 0;
  }

  /** The enhanced status code that begins at {@code from}, whatever follows it; else 0. */
  static int enhanced(byte[] b, int from, int to) {
    int end = from;
    while (end < to && end - from < 9 && (Bytes.isDigit(b[end]) || b[end] == '.')) {
      end++;
    }
    while (end > from && b[end - 1] == '.') {
      end--;
    }
    boolean wordGoesOn = end < to && (Bytes.isLetter(b[end]) || Bytes.isDigit(b[end]));
    return end > from && !wordGoesOn ? EnhancedCode.parse(b, from, end) : 0;
  }
}
