package dev.smtpcode.cause;

import java.util.Arrays;

/**
 * Finds literals in a single text: each is tried where its first byte stands. It needs no
 * preparation, which for one text takes less time than building a {@link PhraseAutomaton}.
 */
final class PhraseProbe implements PhraseFinder {
  private final Literals literals;
  private final int count;

  /** A probe for the first {@code count} literals. */
  PhraseProbe(Literals literals, int count) {
    this.literals = literals;
    this.count = count;
  }

  @Override
  public void find(byte[] text, int length, Hits hits) {
    BytePositions positions = new BytePositions();
    positions.set(text, length);
    long[] found = new long[64];
    int hit = 0;
    for (int n = 0; n < count; n++) {
      int start = literals.start(n);
      int wide = literals.length(n);
      for (int at = positions.first(literals.bytes()[start]); at >= 0; at = positions.next(at)) {
        if (length - at >= wide && literals.isAt(n, text, at)) {
          if (hit == found.length) {
            found = Arrays.copyOf(found, hit * 2);
          }
          found[hit++] = (long) (at + wide) << 32 | n;
        }
      }
    }
    Arrays.sort(found, 0, hit);
    for (int i = 0; i < hit; i++) {
      hits.hit((int) found[i], (int) (found[i] >>> 32));
    }
  }
}
