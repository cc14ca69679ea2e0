package dev.smtpcode.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Searching bytes, eight at a time where that pays (SWAR: a long as a vector of bytes). */
public final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long SPACES = ' ' * ONES;
  private static final long NEWLINE = '\n' * ONES;

  private Bytes() {}

  /** The bytes of a text in ASCII. */
  public static byte[] ascii(String s) {
    return s.getBytes(StandardCharsets.US_ASCII);
  }

  /** Eight bytes from {@code i}, the first in the lowest bits. */
  public static long word(byte[] b, int i) {
    return (long) LONGS.get(b, i);
  }

  /** The bytes of {@code b[i,to)}, at most eight, filled up with zeros. */
  public static long word(byte[] b, int i, int to) {
    int length = to - i;
    if (length >= Long.BYTES) {
      return word(b, i);
    }
    if (i + Long.BYTES <= b.length) {
      return word(b, i) & (1L << length * Byte.SIZE) - 1;
    }
    long w = 0;
    for (int k = to - 1; k >= i; k--) {
      w = w << Byte.SIZE | b[k] & 0xff;
    }
    return w;
  }

  /** The byte in all eight places. */
  static long spread(int value) {
    return (value & 0xff) * ONES;
  }

  /** The high bit of each byte that is zero; bits above the lowest one set may be wrong. */
  static long zeros(long w) {
    return w - ONES & ~w & HIGH;
  }

  /**
   * The place of the first of the bytes whose high bits these are. One multiplication: counting
   * zeros is a call until the code is compiled for good.
   */
  private static int first(long highBits) {
    return (int) (((highBits & -highBits) >>> 7) * 0x0001020304050607L >>> 56);
  }

  /** The high bit of each byte that is zero, exactly. */
  private static long exactZeros(long w) {
    return ~((w & ~HIGH) + ~HIGH | w | ~HIGH);
  }

  /** The first {@code value} in {@code b[from,to)}, or -1. */
  public static int indexOf(byte[] b, int from, int to, int value) {
    int i = find(b, from, to, spread(value));
    return i < to ? i : -1;
  }

  /** Where the line ends that {@code from} is in: at its newline, or at {@code to}. */
  static int lineEnd(byte[] b, int from, int to) {
    int i = from;
    // Most of a log is ASCII without control characters, which is told of two words in half the
    // work.
    for (; i + 16 <= to; i += 16) {
      long one = word(b, i);
      long two = word(b, i + 8);
      if (((one - SPACES | two - SPACES) & HIGH) != 0) {
        long inOne = zeros(one ^ NEWLINE);
        long inTwo = zeros(two ^ NEWLINE);
        if ((inOne | inTwo) != 0) {
          return inOne != 0 ? i + first(inOne) : i + 8 + first(inTwo);
        }
      }
    }
    return find(b, i, to, NEWLINE);
  }

  /**
   * The first place in {@code b[from,to)} of a byte, {@code to} where there is none.
   *
   * @param pattern the byte, {@linkplain #spread eight times}
   */
  static int find(byte[] b, int from, int to, long pattern) {
    int i = from;
    // two words a step: the test and the jump cost more than the search
    for (; i + 16 <= to; i += 16) {
      long inOne = zeros(word(b, i) ^ pattern);
      long inTwo = zeros(word(b, i + 8) ^ pattern);
      if ((inOne | inTwo) != 0) {
        return inOne != 0 ? i + first(inOne) : i + 8 + first(inTwo);
      }
    }
    if (i + 8 <= to) {
      long in = zeros(word(b, i) ^ pattern);
      if (in != 0) {
        return i + first(in);
      }
      i += 8;
    }
    while (i < to && b[i] != (byte) pattern) {
      i++;
    }
    return i;
  }

  /** The last {@code value} in {@code b[from,to)}, or -1. */
  public static int lastIndexOf(byte[] b, int from, int to, int value) {
    for (int i = to - 1; i >= from; i--) {
      if (b[i] == (byte) value) {
        return i;
      }
    }
    return -1;
  }

  /** How often {@code value} is in {@code b[from,to)}. */
  public static int count(byte[] b, int from, int to, int value) {
    long pattern = spread(value);
    int n = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      n += Long.bitCount(exactZeros(word(b, i) ^ pattern));
    }
    for (; i < to; i++) {
      if (b[i] == (byte) value) {
        n++;
      }
    }
    return n;
  }

  /** Whether {@code needle} stands at {@code at}. */
  public static boolean at(byte[] b, int at, int to, byte[] needle) {
    if (at < 0 || to - at < needle.length) {
      return false;
    }
    for (int i = 0; i < needle.length; i++) {
      if (b[at + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code needle}, in lower case, stands at {@code at} in any case (ASCII). */
  static boolean atAnyCase(byte[] b, int at, int to, byte[] needle) {
    if (at < 0 || to - at < needle.length) {
      return false;
    }
    for (int i = 0; i < needle.length; i++) {
      if (lower(b[at + i]) != needle[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first {@code needle}, not empty, in {@code b[from,to)}, or -1. */
  public static int indexOf(byte[] b, int from, int to, byte[] needle) {
    int first = needle[0];
    int end = to - needle.length + 1;
    for (int i = from; i < end; i++) {
      i = indexOf(b, i, end, first);
      if (i < 0) {
        return -1;
      }
      if (at(b, i, to, needle)) {
        return i;
      }
    }
    return -1;
  }

  /** The last {@code needle}, not empty, in {@code b[from,to)}, or -1. */
  public static int lastIndexOf(byte[] b, int from, int to, byte[] needle) {
    for (int i = to - needle.length; i >= from; i--) {
      if (b[i] == needle[0] && at(b, i, to, needle)) {
        return i;
      }
    }
    return -1;
  }

  /** Eight bytes with ASCII letters in lower case. */
  public static long lower(long w) {
    long seven = w & ~HIGH;
    long fromA = seven + (0x80 - 'A') * ONES;
    long pastZ = seven + (0x80 - 'Z' - 1) * ONES;
    return w | (fromA & ~pastZ & ~w & HIGH) >>> 2;
  }

  /** Stores eight bytes at {@code i}. */
  public static void put(byte[] b, int i, long w) {
    LONGS.set(b, i, w);
  }

  public static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Two digits at {@code i} as a number, -1 where they are none. */
  static int twoDigits(byte[] b, int i) {
    int high = b[i] - '0';
    int low = b[i + 1] - '0';
    return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low;
  }
}
