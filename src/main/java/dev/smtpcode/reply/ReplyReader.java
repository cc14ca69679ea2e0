package dev.smtpcode.reply;

import static dev.smtpcode.reply.EnhancedCode.isDigit;

/**
 * Finds the SMTP reply in a text: its reply code (RFC 5321 section 4.2) and enhanced status code
 * (RFC 3463), wherever the text that quotes it puts them ({@code host mx said: 550-5.1.1 …}, {@code
 * (#5.1.1)}, {@code returned '550 5.7.1 …'}). Numbers that only look like codes, such as ports,
 * sizes, addresses and versions, are left alone: a number counts by what stands around it.
 *
 * <p>Reusable, one per thread; one pass over the text, no allocation.
 */
public final class ReplyReader {
  /** What a number must reach to be taken for a reply code. */
  private static final int ENOUGH = 40;

  private static final int FOLLOWED_BY_ENHANCED = 100;
  private static final int AFTER_LEAD = 60;
  private static final int AT_START = 60;
  private static final int AFTER_WORD = 60;
  private static final int AFTER_LOOSE_LEAD = 45;

  /** A number after one of these words is a reply code. */
  private static final byte[][] WORDS_BEFORE =
      ascii(
          "said",
          "reply",
          "replied",
          "returned",
          "response",
          "responded",
          "error",
          "code",
          "status",
          "smtp",
          "rejected",
          "reject",
          "esmtp",
          "lmtp",
          "failed",
          "answered",
          "got",
          "with",
          "dsn",
          "permanently",
          "temporarily",
          "responsecode",
          "error_code",
          "smtp_code",
          "<<<",
          "==",
          "->",
          "...");

  /** A number before one of these words counts something. */
  private static final byte[][] UNITS =
      ascii(
          "second",
          "seconds",
          "sec",
          "secs",
          "s",
          "minute",
          "minutes",
          "min",
          "hour",
          "hours",
          "day",
          "days",
          "byte",
          "bytes",
          "kb",
          "mb",
          "gb",
          "kbytes",
          "mbytes",
          "kib",
          "mib",
          "messages",
          "mails",
          "emails",
          "recipients",
          "users",
          "connections",
          "attempts",
          "times",
          "ms",
          "characters",
          "chars",
          "octets",
          "lines",
          "per",
          "of",
          "more",
          "percent");

  /** A number after one of these words counts or names something else. */
  private static final byte[][] NAMES_BEFORE =
      ascii(
          "port", "size", "id", "line", "uid", "gid", "pid", "limit", "maximum", "version", "max",
          "than", "exceeds", "last", "every", "for", "in", "within", "after", "ticket", "as");

  /** A dotted number after one of these words is a version. */
  private static final byte[][] VERSION_BEFORE =
      ascii(
          "version",
          "v",
          "ver",
          "release",
          "exim",
          "sendmail",
          "postfix",
          "qmail",
          "tls",
          "openssl",
          "build",
          "rev",
          "python",
          "php",
          "perl",
          "java",
          "linux",
          "chkuser");

  private int reply;
  private int enhanced;
  private int replyAt;
  private int textAt;

  /** The reply code, 200 to 599, or 0. */
  public int reply() {
    return reply;
  }

  /** The enhanced status code, packed, or 0. */
  public int enhanced() {
    return enhanced;
  }

  /** Where the reply code stands, or -1. */
  public int replyAt() {
    return replyAt;
  }

  /** Where the words of the reply begin, behind its codes; where there are none, the start. */
  public int textAt() {
    return textAt;
  }

  /** Reads {@code buf[from,to)}. */
  public void read(byte[] buf, int from, int to) {
    reply = 0;
    enhanced = 0;
    replyAt = -1;
    textAt = from;
    int best = ENOUGH - 1;
    int loneEnhanced = 0;
    int loneEnd = from;
    int loneScore = 0;
    for (int i = from; i < to; i++) {
      byte c = buf[i];
      if (c < '2' || c > '5' || i > from && !opens(buf, from, i)) {
        continue;
      }
      int end = EnhancedCode.endOf(buf, i, to);
      if (end > 0) {
        int score = enhancedScore(buf, from, i, end, to);
        if (score > loneScore) {
          loneScore = score;
          loneEnhanced = EnhancedCode.at(buf, i, to);
          loneEnd = end;
        }
        i = end - 1;
        continue;
      }
      if (i + 2 >= to || !isDigit(buf[i + 1]) || !isDigit(buf[i + 2])) {
        continue;
      }
      int score = replyScore(buf, from, i, to);
      if (score > best) {
        best = score;
        reply = (c - '0') * 100 + (buf[i + 1] - '0') * 10 + buf[i + 2] - '0';
        replyAt = i;
        int next = enhancedAfter(buf, i, to);
        enhanced = next < 0 ? 0 : EnhancedCode.at(buf, next, to);
        textAt = next < 0 ? i + 3 : EnhancedCode.endOf(buf, next, to);
        if (score == FOLLOWED_BY_ENHANCED) {
          break; // nothing can be more definite
        }
      }
      i += 2;
    }
    if (enhanced == 0 && loneEnhanced != 0) {
      enhanced = loneEnhanced;
      textAt = reply == 0 ? loneEnd : textAt;
    }
    while (textAt < to && (buf[textAt] == ' ' || buf[textAt] == '-' || buf[textAt] == ':')) {
      textAt++;
    }
  }

  /** Whether a code can begin at {@code i}, by the character before it. */
  private static boolean opens(byte[] b, int from, int i) {
    byte p = b[i - 1];
    switch (p) {
      case ' ',
          '\t',
          '\n',
          '\r',
          '\'',
          '"',
          '(',
          '#',
          ':',
          '<',
          '>',
          '[',
          ';',
          ',',
          '`',
          '|',
          '*' -> {
        return true;
      }
      case '=' -> {
        return true;
      }
      case '-' -> {
        // 550-5.1.1, or a text that begins with a dash
        return i - from >= 4 && isDigit(b[i - 2]) && isDigit(b[i - 3]) && isDigit(b[i - 4]);
      }
      default -> {
        return false;
      }
    }
  }

  /**
   * Where the enhanced status code of the same class stands that follows the reply code at {@code
   * i}; else -1.
   */
  private static int enhancedAfter(byte[] b, int i, int to) {
    int j = i + 3;
    // "550 #5.1.1", "550-5.1.1", "550: 5.1.1", "550 (5.1.1"
    while (j < to && j < i + 7 && isFiller(b[j])) {
      j++;
    }
    if (j == i + 3 || j >= to) {
      return -1;
    }
    int end = EnhancedCode.endOf(b, j, to);
    boolean dottedOn = end > 0 && end + 1 < to && b[end] == '.' && isDigit(b[end + 1]);
    return end > 0 && !dottedOn && closes(b, end, to) ? j : -1;
  }

  private static boolean isFiller(byte c) {
    return c == ' ' || c == '-' || c == '#' || c == ':' || c == '(' || c == '[' || c == '<'
        || c == '\'' || c == '"';
  }

  /** Whether a dotted code can end before {@code end}. */
  private static boolean closes(byte[] b, int end, int to) {
    if (end >= to) {
      return true;
    }
    byte c = b[end];
    boolean wordGoesOn =
        isLetter(c) || isDigit(c) || c == '_' || c == '@' || c == '/' || c == '%' || c == '=';
    boolean numberGoesOn =
        c == '.' && end + 1 < to && (isDigit(b[end + 1]) || isLetter(b[end + 1]));
    return !wordGoesOn && !numberGoesOn;
  }

  private static int enhancedScore(byte[] b, int from, int at, int end, int to) {
    if (!closes(b, end, to)) {
      return 0;
    }
    int word = wordBefore(b, from, at);
    if (anyOf(VERSION_BEFORE, b, word, at)) {
      return 0;
    }
    byte before = at > from ? b[at - 1] : (byte) ' ';
    int score = 10;
    if (before == '#' || before == '(' || before == '\'') {
      score += 20;
    }
    if (at == from) {
      score += 10;
    }
    return score;
  }

  private static int replyScore(byte[] b, int from, int at, int to) {
    int end = at + 3;
    byte next = end < to ? b[end] : (byte) ' ';
    byte before = at > from ? b[at - 1] : (byte) ' ';
    boolean quoted =
        (before == '\'' || before == '"' || before == '(')
            && (next == ')' || next == '\'' || next == '"');
    switch (next) {
      case ' ', '-', '\t', '\r', '\n' -> {}
      case ':', ';', ',', '\'', '"', '#', ')' -> {
        if (next == ':' && end + 1 < to && isDigit(b[end + 1])) {
          return 0;
        }
        if (next == ')' && !quoted) {
          return 0;
        }
      }
      case '.' -> {
        if (end + 1 < to && b[end + 1] != ' ') {
          return 0;
        }
      }
      default -> {
        return 0;
      }
    }
    if (next == '-' && end + 1 < to && isDigit(b[end + 1]) && enhancedAfter(b, at, to) < 0) {
      return 0; // a phone number, a date, a ticket
    }
    if (enhancedAfter(b, at, to) >= 0) {
      return FOLLOWED_BY_ENHANCED;
    }
    boolean counted = anyOf(UNITS, b, skipBlanks(b, end, to), to);
    if (at == from) {
      return counted ? 0 : AT_START;
    }
    int word = wordBefore(b, from, at);
    if (before == '=') {
      return anyOf(WORDS_BEFORE, b, word, at - 1) ? AFTER_WORD : 0;
    }
    int p = at - 1;
    while (p > from && b[p] == ' ') {
      p--;
    }
    boolean led = b[p] == ':' || b[p] == ';' || b[p] == '\'' || b[p] == '"' || b[p] == '`';
    if (anyOf(NAMES_BEFORE, b, word, at) || counted && !led) {
      return 0;
    }
    boolean separated = next == ' ' || next == '-' || next == '\'' || next == ',';
    if (led) {
      return separated || quoted ? AFTER_LEAD : 0;
    }
    if (anyOf(WORDS_BEFORE, b, word, at)) {
      return AFTER_WORD;
    }
    boolean loose = b[p] == '(' || b[p] == '[' || b[p] == '<' || b[p] == '|' || b[p] == '#';
    return loose && (separated || quoted) ? AFTER_LOOSE_LEAD : 0;
  }

  private static int skipBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '-')) {
      i++;
    }
    return i;
  }

  /**
   * The start of the word before {@code at}, white space and one colon, bracket or quote passed
   * over.
   */
  private static int wordBefore(byte[] b, int from, int at) {
    int e = at;
    while (e > from
        && (b[e - 1] == ' '
            || b[e - 1] == ':'
            || b[e - 1] == '\''
            || b[e - 1] == '"'
            || b[e - 1] == '('
            || b[e - 1] == '='
            || b[e - 1] == ';'
            || b[e - 1] == '#')) {
      e--;
    }
    int s = e;
    while (s > from
        && s > e - 16
        && b[s - 1] != ' '
        && b[s - 1] != ':'
        && b[s - 1] != '('
        && b[s - 1] != ','
        && b[s - 1] != ';') {
      s--;
    }
    return s;
  }

  /** Whether the word at {@code from} is one of these, whole. */
  private static boolean anyOf(byte[][] words, byte[] b, int from, int to) {
    for (byte[] w : words) {
      boolean whole =
          from + w.length >= to || !isWord(b[from + w.length]) && b[from + w.length] != '=';
      if (startsWith(w, b, from, to) && (whole || !isWord(w[0]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] word, byte[] b, int from, int to) {
    if (to - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte c = b[from + i];
      if (c != word[i] && !(c >= 'A' && c <= 'Z' && c + 32 == word[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isWord(byte c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static byte[][] ascii(String... words) {
    byte[][] all = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      all[i] = words[i].getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
    return all;
  }
}
