package dev.smtpcode.cause;

/**
 * What was made of the texts seen last: in a log, the same few texts come again and again. A new
 * text takes the place of an older one; a hit is one comparison of the whole text.
 */
final class Memory {
  private static final int SIZE = 1 << 14;

  /**
   * What a text gave.
   *
   * @param lists numbers of the block lists it names
   */
  record Remembered(byte[] text, Classification result, int command, int[] lists) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private final long[] keys = new long[SIZE];
  private final Remembered[] values = new Remembered[SIZE];

  /** What was remembered of a text, or null. */
  Remembered get(long key, NormalText text) {
    int slot = slot(key);
    if (keys[slot] != key) {
      slot ^= 1;
    }
    Remembered found = keys[slot] == key ? values[slot] : null;
    return found != null && text.is(found.text()) ? found : null;
  }

  /** Remembers; of the two texts that share its places, the one before last is forgotten. */
  void put(long key, Remembered value) {
    int slot = slot(key);
    keys[slot ^ 1] = keys[slot];
    values[slot ^ 1] = values[slot];
    keys[slot] = key;
    values[slot] = value;
  }

  private static int slot(long key) {
    return (int) (key >>> 40) & SIZE - 2;
  }
}
