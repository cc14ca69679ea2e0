package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A literal to be searched for, by the byte of it that log text holds least often. */
final class Needle {
  /** Bytes from common to rare, as mail logs have them; what is missing is rarer still. */
  private static final String COMMON = " e0123456789taoin=,:.srlcd-mp[]/f>h<gb()uvy_@wk";

  final byte[] bytes;

  /** Where in {@link #bytes} the rarest one is. */
  final int anchor;

  /** The first eight bytes, or what there is of them. */
  private final long word;

  private final long mask;

  /** The last eight bytes of a literal that is longer. */
  private final long tail;

  /** The byte at {@link #anchor} eight times. */
  private final long rarest;

  Needle(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    int best = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (rarity(bytes[i]) > rarity(bytes[best])) {
        best = i;
      }
    }
    anchor = best;
    rarest = bytes.length == 0 ? 0 : Bytes.spread(bytes[anchor]);
    word = Bytes.word(Arrays.copyOf(bytes, Long.BYTES), 0);
    tail = bytes.length <= Long.BYTES ? 0 : Bytes.word(bytes, bytes.length - Long.BYTES);
    mask = bytes.length == 0 ? 0 : -1L >>> Math.max(0, Long.SIZE - bytes.length * Byte.SIZE);
  }

  static Needle[] all(List<String> texts) {
    Needle[] all = new Needle[texts.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Needle(texts.get(i));
    }
    return all;
  }

  static int rarity(byte b) {
    int at = COMMON.indexOf(b & 0xff);
    return at < 0 ? COMMON.length() : at;
  }

  int length() {
    return bytes.length;
  }

  boolean startsWith(Needle other) {
    return other.at(bytes, 0, bytes.length);
  }

  /** Whether it may stand where these eight bytes do. */
  boolean begins(long eight) {
    return (eight & mask) == word;
  }

  /** Whether it stands at {@code i}. */
  boolean at(byte[] b, int i, int to) {
    if (i + bytes.length > to) {
      return false;
    }
    if (i + Long.BYTES > b.length) {
      return Bytes.at(b, i, to, bytes);
    }
    if (!begins(Bytes.word(b, i))) {
      return false;
    }
    int rest = bytes.length - Long.BYTES;
    return rest <= 0
        || Bytes.word(b, i + rest) == tail && (rest <= Long.BYTES || Bytes.at(b, i, to, bytes));
  }

  /** The first place in {@code b[from,to)}, or -1. */
  int in(byte[] b, int from, int to) {
    int end = to - bytes.length + 1 + anchor;
    for (int i = from + anchor; i < end; i++) {
      i = Bytes.find(b, i, end, rarest);
      if (i < end && at(b, i - anchor, to)) {
        return i - anchor;
      }
    }
    return -1;
  }

  /** The last place in {@code b[from,to)}, or -1. */
  int lastIn(byte[] b, int from, int to) {
    for (int i = to - bytes.length; i >= from; i--) {
      if (b[i] == bytes[0] && at(b, i, to)) {
        return i;
      }
    }
    return -1;
  }
}
