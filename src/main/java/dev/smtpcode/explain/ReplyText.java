package dev.smtpcode.explain;

import java.util.List;

/** A reply text made ready to be searched; no more than the first {@link #MOST} characters. */
final class ReplyText {
  private static final int MOST = 1 << 14;

  /** Letters from here on stand in scripts that need no blanks between words. */
  static final char UNSPACED = '\u0e00';

  /** A bit for each hash of a pair of characters. */
  private static final int PAIRS = 1 << 12;

  private final String text;
  private final String lower;
  private final long[] pairs = new long[PAIRS >> 6];
  private final List<Durations.Span> durations;

  ReplyText(String whole, Durations durations) {
    text = whole.length() <= MOST ? whole : whole.substring(0, MOST);
    char[] small = text.toCharArray();
    for (int i = 0; i < small.length; i++) {
      small[i] = Character.toLowerCase(small[i]); // one by one, so that places stay the same
    }
    lower = new String(small);
    for (int i = 1; i < small.length; i++) {
      int pair = pair(small[i - 1], small[i]);
      pairs[pair >> 6] |= 1L << pair;
    }
    this.durations = durations.find(lower);
  }

  int length() {
    return text.length();
  }

  String lower() {
    return lower;
  }

  /** Whether a piece of text may stand in it: false for most that do not, without a search. */
  boolean mayHold(String piece) {
    for (int i = 1; i < piece.length(); i++) {
      int pair = pair(piece.charAt(i - 1), piece.charAt(i));
      if ((pairs[pair >> 6] & 1L << pair) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int pair(char left, char right) {
    return left * 67 + right & PAIRS - 1;
  }

  String part(int from, int to) {
    return text.substring(from, to);
  }

  /** Whether there is a number with a unit of time in it. */
  boolean holdsTime() {
    return !durations.isEmpty();
  }

  /** The time that begins at {@code from}, or null. */
  Durations.Span durationFrom(int from) {
    for (Durations.Span span : durations) {
      if (span.from() == from || span.bare() == from) {
        return span;
      }
    }
    return null;
  }

  /** The time that ends at {@code to}, or null. */
  Durations.Span durationTo(int to) {
    for (Durations.Span span : durations) {
      if (span.to() == to) {
        return span;
      }
    }
    return null;
  }

  /** Whether no word goes on from the left of {@code at} to its right. */
  boolean isBreak(int at) {
    return at <= 0 || at >= length() || !isWord(lower.charAt(at - 1)) || !isWord(lower.charAt(at));
  }

  /** Letters and digits of scripts that set blanks between words. */
  static boolean isWord(char c) {
    return c < UNSPACED && Character.isLetterOrDigit(c);
  }
}
