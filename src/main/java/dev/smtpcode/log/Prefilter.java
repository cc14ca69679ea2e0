package dev.smtpcode.log;

/**
 * Two bytes in a row that some markers hold, and a rare byte that the others do, so that a block
 * can be searched for markers eight bytes at a time, and only lines that may hold one are looked
 * at.
 */
final class Prefilter {
  /** Letters as rare as this one do alone. */
  private static final int RARE = Needle.rarity((byte) 'w');

  private static final long NEWLINE = Bytes.spread('\n');

  /** First and second byte of the pair and the byte alone, each spread over a word. */
  final long first;

  final long second;
  final long alone;

  /** No marker begins further before a place that passes than this. */
  final int reach;

  private Prefilter(byte[] pair, byte alone, int reach) {
    first = Bytes.spread(pair[0]);
    second = Bytes.spread(pair[1]);
    this.alone = Bytes.spread(alone);
    this.reach = reach;
  }

  /** A filter that lets pass every place where a marker may be; null where these do not do. */
  static Prefilter of(Needle[] markers) {
    byte[] pair = null;
    int alone = -1;
    int reach = 0;
    for (Needle m : markers) {
      byte rarest = m.bytes[m.anchor];
      reach = Math.max(reach, m.length());
      if (alone >= 0 && Bytes.indexOf(m.bytes, 0, m.length(), alone) >= 0
          || pair != null && Bytes.indexOf(m.bytes, 0, m.length(), pair) >= 0) {
        continue;
      }
      if (alone < 0 && Needle.rarity(rarest) >= RARE) {
        alone = rarest;
      } else if (pair == null && m.length() > 1) {
        pair = rarestPair(m);
      } else {
        return null;
      }
    }
    // a byte or pair that is not needed is given one that does no harm
    return pair == null
        ? null
        : new Prefilter(pair, alone < 0 ? (byte) 0xff : (byte) alone, reach + Long.BYTES);
  }

  /**
   * The first word from {@code from} on, eight bytes a step, that holds a place that passes or a
   * line end; {@code to} or more where there is none.
   */
  int next(byte[] b, int from, int to) {
    long a = first;
    long c = second;
    long d = alone;
    int i = from;
    for (; i < to; i += 8) {
      long here = Bytes.word(b, i);
      // a pair is where both differences are zero, so where all their bits together are
      long found =
          Bytes.zeros(here ^ a | Bytes.word(b, i + 1) ^ c)
              | Bytes.zeros(here ^ d)
              | Bytes.zeros(here ^ NEWLINE);
      if (found != 0) {
        break;
      }
    }
    return i;
  }

  /** The high bits of the bytes of a word at which something passes. */
  long marks(byte[] b, int i) {
    long here = Bytes.word(b, i);
    return Bytes.zeros(here ^ first | Bytes.word(b, i + 1) ^ second) | Bytes.zeros(here ^ alone);
  }

  /** The high bits of the bytes of a word that may be line ends: the lowest one is. */
  long ends(byte[] b, int i) {
    return Bytes.zeros(Bytes.word(b, i) ^ NEWLINE);
  }

  private static byte[] rarestPair(Needle m) {
    int best = 0;
    int bestRarity = -1;
    for (int i = 0; i + 1 < m.length(); i++) {
      int rarity = Needle.rarity(m.bytes[i]) + Needle.rarity(m.bytes[i + 1]);
      if (rarity > bestRarity) {
        bestRarity = rarity;
        best = i;
      }
    }
    return new byte[] {m.bytes[best], m.bytes[best + 1]};
  }
}
