package dev.smtpcode.scan;

import dev.smtpcode.reply.Hostile;

/**
 * Log text as a JSON string that is safe to print: control characters, also those that turn the
 * writing direction, are escaped, and bytes that are no UTF-8 become U+FFFD.
 */
final class JsonText {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final int REPLACEMENT = 0xfffd;

  /** True for bytes that stand for themselves. */
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int c = 0x20; c < 0x7f; c++) {
      PLAIN[c] = c != '"' && c != '\\';
    }
  }

  private JsonText() {}

  static void put(ByteOut out, byte[] b, int from, int to) {
    byte[] o = out.room((to - from) * 6 + 2);
    int n = out.length();
    o[n++] = '"';
    int i = from;
    while (i < to) {
      byte c = b[i];
      if (PLAIN[c & 0xff]) {
        o[n++] = c;
        i++;
      } else if (c >= 0) {
        n = ascii(o, n, c);
        i++;
      } else {
        int length = sequence(b, i, to);
        int point = length == 0 ? REPLACEMENT : point(b, i, length);
        if (Hostile.is(point)) {
          n = unicode(o, n, point);
        } else if (length == 0) {
          o[n++] = (byte) 0xef;
          o[n++] = (byte) 0xbf;
          o[n++] = (byte) 0xbd;
        } else {
          for (int k = 0; k < length; k++) {
            o[n++] = b[i + k];
          }
        }
        i += Math.max(1, length);
      }
    }
    o[n++] = '"';
    out.length(n);
  }

  private static int ascii(byte[] o, int at, byte c) {
    int n = at;
    switch (c) {
      case '"', '\\' -> {
        o[n++] = '\\';
        o[n++] = c;
      }
      case '\n' -> {
        o[n++] = '\\';
        o[n++] = 'n';
      }
      case '\t' -> {
        o[n++] = '\\';
        o[n++] = 't';
      }
      default -> n = unicode(o, n, c);
    }
    return n;
  }

  private static int unicode(byte[] o, int at, int point) {
    int n = at;
    o[n++] = '\\';
    o[n++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      o[n++] = HEX[point >> shift & 15];
    }
    return n;
  }

  /** Length of the UTF-8 sequence at {@code i} (RFC 3629), or 0 where there is none. */
  private static int sequence(byte[] b, int i, int to) {
    int c = b[i] & 0xff;
    int length =
        c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
    if (length == 0 || i + length > to) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((b[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int p = point(b, i, length);
    boolean overlong = length == 3 && p < 0x800 || length == 4 && p < 0x10000;
    return overlong || p > 0x10ffff || p >= 0xd800 && p < 0xe000 ? 0 : length;
  }

  private static int point(byte[] b, int i, int length) {
    int p = b[i] & 0xff >> length + 1;
    for (int k = 1; k < length; k++) {
      p = p << 6 | b[i + k] & 0x3f;
    }
    return p;
  }
}
