package dev.smtpcode.cause;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A reply text in the form in which phrases are looked for: in lower case, letters without their
 * marks, each run of white space and control characters one space, and what differs from one mail
 * to the next left out, so that texts that say the same are the same. Left out are the local parts
 * of addresses, IPv4 addresses, numbers of four digits and more, and identifiers in which letters
 * and digits alternate; but never a word that occurs in a phrase.
 */
final class NormalText {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private static final int SHORTEST_NUMBER = 4;
  private static final int TURNS_OF_AN_IDENTIFIER = 2;
  private static final int DIGITS_OF_AN_IDENTIFIER = 5;

  private final WordSet kept;
  private final WordSet keptDomains;
  private byte[] bytes = new byte[4096];
  private int length;

  /**
   * A text, to be filled.
   *
   * @param kept words that are never left out
   * @param keptDomains domains of addresses that are never left out
   */
  NormalText(WordSet kept, WordSet keptDomains) {
    this.kept = kept;
    this.keptDomains = keptDomains;
  }

  /** The text, up to {@link #length}. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Takes {@code in[from,to)}. */
  void set(byte[] in, int from, int to) {
    if (bytes.length < to - from + Long.BYTES) {
      bytes = new byte[Math.max(to - from + Long.BYTES, bytes.length * 2)];
    }
    byte[] out = bytes;
    int n = 0;
    int i = from;
    long seen = 0;
    while (i < to) {
      if (i + Long.BYTES <= to) {
        long w = (long) LONG.get(in, i);
        seen |= w;
        LONG.set(out, n, lower(w));
        int plain = plain(w, n == 0 || out[n - 1] == ' ');
        i += plain;
        n += plain;
        if (plain == Long.BYTES) {
          continue;
        }
      }
      int c = in[i];
      seen |= c;
      if (isDigit(c)) {
        i = word(in, i, to, n);
        n = length;
        continue;
      }
      i++;
      if (c == '@') {
        n = withoutLocalPart(n);
        out[n++] = '@';
        i = domain(in, i, to, n);
        n = length;
      } else if (c < 0 || c > ' ') {
        out[n++] = (byte) (isLetter(c) ? c | 0x20 : c);
      } else if (n == 0 || out[n - 1] != ' ') {
        out[n++] = ' ';
      }
    }
    length = n;
    if ((seen & HIGH) != 0) {
      length = PlainLetters.fold(bytes, length);
    }
  }

  /**
   * How many of eight bytes, from the first on, stand for themselves: those before a digit, an @, a
   * control character or a space behind another.
   */
  private static int plain(long w, boolean behindSpace) {
    long ascii = w & ~HIGH;
    long fromSpace = ascii + (0x80 - ' ') * ONES;
    long digit = ascii + (0x80 - '0') * ONES & ~(ascii + (0x80 - '9' - 1) * ONES);
    long at = ~((ascii ^ '@' * ONES) + ~HIGH);
    long space = ~((ascii ^ ' ' * ONES) + ~HIGH) & ~w & HIGH;
    long again = space & (space << Byte.SIZE | (behindSpace ? 0x80 : 0));
    long marked = (digit | at | ~fromSpace) & ~w & HIGH | again;
    return Long.numberOfTrailingZeros(marked) >> 3;
  }

  /** Eight bytes with ASCII letters in lower case. */
  private static long lower(long w) {
    long ascii = w & ~HIGH;
    long fromA = ascii + (0x80 - 'A') * ONES;
    long behindZ = ascii + (0x80 - 'Z' - 1) * ONES;
    return w | (fromA & ~behindZ & ~w & HIGH) >>> 2;
  }

  /**
   * Takes the rest of a word in which a digit stands at {@code in[i]}, or leaves the whole word
   * out.
   *
   * @param soFar where its letters before the digit end in the output
   * @return where it ends in the input; {@link #length} is where the output goes on
   */
  private int word(byte[] in, int i, int to, int soFar) {
    byte[] out = bytes;
    int start = soFar;
    while (start > 0 && isLetter(out[start - 1])) {
      start--;
    }
    int n = soFar;
    int end = i;
    int digits = 0;
    int turns = n > start ? 1 : 0;
    boolean digitBefore = true;
    for (int c = in[end]; isDigit(c) || isLetter(c); c = ++end < to ? in[end] : 0) {
      boolean digit = isDigit(c);
      out[n++] = (byte) (digit ? c : c | 0x20);
      digits += digit ? 1 : 0;
      turns += digit == digitBefore ? 0 : 1;
      digitBefore = digit;
    }
    boolean number = digits == n - start;
    int endOfAddress = number && digits <= 3 ? endOfAddress(in, end, to) : end;
    boolean identifier = turns >= TURNS_OF_AN_IDENTIFIER || digits >= DIGITS_OF_AN_IDENTIFIER;
    boolean varies = number ? digits >= SHORTEST_NUMBER : identifier;
    if (endOfAddress > end || varies && !kept.contains(out, start, n)) {
      out[start] = '0';
      length = start + 1;
      return endOfAddress;
    }
    length = n;
    return end;
  }

  private static boolean isLetter(int c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Takes the domain behind an @, or leaves it out where no phrase speaks of it.
   *
   * @return where it ends in the input; {@link #length} is where the output goes on
   */
  private int domain(byte[] in, int i, int to, int start) {
    int end = i;
    int n = start;
    for (int c = end < to ? in[end] : 0;
        isLetter(c) || isDigit(c) || c == '.' || c == '-';
        c = ++end < to ? in[end] : 0) {
      bytes[n++] = (byte) (isLetter(c) ? c | 0x20 : c);
    }
    length = n == start || keptDomains.contains(bytes, start, n) ? n : start;
    return end;
  }

  /** Drops what stands before an @, back to where an address can begin. */
  private int withoutLocalPart(int end) {
    int n = end;
    while (n > 0
        && bytes[n - 1] != ' '
        && bytes[n - 1] != '<'
        && bytes[n - 1] != '('
        && bytes[n - 1] != ':'
        && bytes[n - 1] != '['
        && bytes[n - 1] != ','
        && bytes[n - 1] != '"'
        && bytes[n - 1] != '\''
        && bytes[n - 1] != '=') {
      n--;
    }
    return n;
  }

  /**
   * Where the IPv4 address ends whose first number ends at {@code i}; {@code i} where it is none.
   */
  private static int endOfAddress(byte[] in, int i, int to) {
    int at = i;
    for (int group = 0; group < 3; group++) {
      if (at + 1 >= to || in[at] != '.' || !isDigit(in[at + 1])) {
        return i;
      }
      int start = ++at;
      while (at < to && isDigit(in[at])) {
        at++;
      }
      if (at - start > 3) {
        return i;
      }
    }
    boolean goesOn = at < to && isLetter(in[at]);
    return goesOn ? i : at;
  }

  /** A hash of the text and of two numbers that belong to it. */
  long hash(long one, long other) {
    Arrays.fill(bytes, length, length + Long.BYTES, (byte) 0);
    long h = (one * 0x9E3779B97F4A7C15L) ^ (other + length);
    for (int i = 0; i < length; i += Long.BYTES) {
      h = (h ^ (long) LONG.get(bytes, i)) * 0xff51afd7ed558ccdL;
      h ^= h >>> 32;
    }
    return h;
  }

  /** A copy of the text. */
  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /** Whether the text is {@code other}, whole. */
  boolean is(byte[] other) {
    return Arrays.equals(bytes, 0, length, other, 0, other.length);
  }
}
