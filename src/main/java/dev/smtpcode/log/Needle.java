package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;

/** A literal to be searched for, by the byte of it that log text holds least often. */
final class Needle {
  /** Bytes from common to rare, as mail logs have them; what is missing is rarer still. */
  private static final String COMMON = " e0123456789taoin=,:.srlcd-mp[]/f>h<gb()uvy_@wk";

  final byte[] bytes;

  /** Where in {@link #bytes} the rarest one is. */
  final int anchor;

  Needle(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    int best = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (rarity(bytes[i]) > rarity(bytes[best])) {
        best = i;
      }
    }
    anchor = best;
  }

  static int rarity(byte b) {
    int at = COMMON.indexOf(b & 0xff);
    return at < 0 ? COMMON.length() : at;
  }

  int length() {
    return bytes.length;
  }

  boolean at(byte[] b, int i, int to) {
    return Bytes.at(b, i, to, bytes);
  }

  /** The first place in {@code b[from,to)}, or -1. */
  int in(byte[] b, int from, int to) {
    int end = to - bytes.length + 1 + anchor;
    for (int i = from + anchor; i < end; i++) {
      i = Bytes.indexOf(b, i, end, bytes[anchor]);
      if (i < 0) {
        return -1;
      }
      if (Bytes.at(b, i - anchor, to, bytes)) {
        return i - anchor;
      }
    }
    return -1;
  }

  /** The last place in {@code b[from,to)}, or -1. */
  int lastIn(byte[] b, int from, int to) {
    return Bytes.lastIndexOf(b, from, to, bytes);
  }
}
