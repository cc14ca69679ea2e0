package dev.smtpcode.scan;

import dev.smtpcode.log.Bytes;
import java.util.Arrays;

/**
 * Counts by key, a short text and a small number, without an object for each. Merges: the counts
 * add up. Exact until {@link #prune} had to drop keys; {@link #error} then bounds what is missing
 * from any one count.
 */
final class KeyTable {
  /** Longer keys are cut: no host name is longer (RFC 1035 section 2.3.4). */
  static final int MAX_KEY = 255;

  private static final long HASH_FACTOR = 0x9e3779b97f4a7c15L;

  /** Facts of an entry that lie side by side. */
  private static final int FACTS = 4;

  private static final int HASH = 0;
  private static final int TAG = 1;
  private static final int START = 2;
  private static final int LENGTH = 3;

  private int[] index = new int[1 << 8];
  private int[] facts = new int[128 * FACTS];
  private long[] counts = new long[128];

  /** The keys in lower case, eight bytes a word, the last word filled up with zeros. */
  private long[] arena = new long[1 << 9];

  private int size;
  private int used;
  private long error;

  /** When each key was met last; null where that is not kept. */
  private long[] seen;

  KeyTable() {
    this(false);
  }

  /**
   * @param timed whether to keep when each key was met last
   */
  KeyTable(boolean timed) {
    seen = timed ? new long[128] : null;
    Arrays.fill(index, -1);
  }

  int size() {
    return size;
  }

  /** No count is lower than the truth by more than this. */
  long error() {
    return error;
  }

  void add(byte[] b, int from, int to, int tag, long n) {
    add(b, from, to, tag, n, Long.MIN_VALUE);
  }

  void add(byte[] b, int from, int to, int tag, long n, long time) {
    int length = Math.min(to - from, MAX_KEY);
    int words = words(length);
    reserve(words);
    long h = (tag + 1) * HASH_FACTOR + length;
    int end = from + length;
    for (int k = 0; k < words; k++) {
      long w = Bytes.lower(Bytes.word(b, from + k * Long.BYTES, end));
      arena[used + k] = w;
      h = (h ^ w) * HASH_FACTOR;
      h ^= h >>> 32;
    }
    insert(words, length, tag, (int) (h ^ h >>> 29), n, time);
  }

  private static int words(int length) {
    return length + Long.BYTES - 1 >> 3;
  }

  /** Makes room for a key behind the last one. */
  private void reserve(int words) {
    if (used + words > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(arena.length * 2, used + words));
    }
  }

  /** Counts the key that lies behind the last one in the arena, and keeps it there if it is new. */
  private void insert(int words, int length, int tag, int hash, long n, long time) {
    int mask = index.length - 1;
    int slot = hash & mask;
    for (int e = index[slot]; e >= 0; e = index[slot]) {
      int f = e * FACTS;
      if (facts[f + HASH] == hash
          && facts[f + TAG] == tag
          && facts[f + LENGTH] == length
          && isLast(facts[f + START], words)) {
        counts[e] += n;
        if (seen != null) {
          seen[e] = Math.max(seen[e], time);
        }
        return;
      }
      slot = slot + 1 & mask;
    }
    if (size == counts.length) {
      grow();
    }
    index[slot] = size;
    int f = size * FACTS;
    facts[f + HASH] = hash;
    facts[f + TAG] = tag;
    facts[f + START] = used;
    facts[f + LENGTH] = length;
    counts[size] = n;
    if (seen != null) {
      seen[size] = time;
    }
    used += words;
    size++;
    if (size * 2 > index.length) {
      rehash(index.length * 2);
    }
  }

  /** Whether the key at {@code start} is the one behind the last. */
  private boolean isLast(int start, int words) {
    for (int k = 0; k < words; k++) {
      if (arena[start + k] != arena[used + k]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    int more = counts.length * 2;
    facts = Arrays.copyOf(facts, more * FACTS);
    counts = Arrays.copyOf(counts, more);
    seen = seen == null ? null : Arrays.copyOf(seen, more);
  }

  private void rehash(int length) {
    index = new int[length];
    Arrays.fill(index, -1);
    for (int e = 0; e < size; e++) {
      int slot = facts[e * FACTS + HASH] & length - 1;
      while (index[slot] >= 0) {
        slot = slot + 1 & length - 1;
      }
      index[slot] = e;
    }
  }

  /** Adds the counts of another table. */
  void merge(KeyTable other) {
    merge(other, Integer.MAX_VALUE);
  }

  /**
   * As {@link #merge(KeyTable)}, without keys beyond the first {@code max}; their counts are added
   * to the error.
   */
  void merge(KeyTable other, int max) {
    error += other.error;
    for (int e = 0; e < other.size; e++) {
      add(other, e);
      if (size > max) {
        dropLast();
      }
    }
  }

  private void add(KeyTable other, int entry) {
    int f = entry * FACTS;
    int length = other.facts[f + LENGTH];
    int words = words(length);
    reserve(words);
    System.arraycopy(other.arena, other.facts[f + START], arena, used, words);
    insert(
        words,
        length,
        other.facts[f + TAG],
        other.facts[f + HASH],
        other.counts[entry],
        other.time(entry));
  }

  /** Takes the key back that was added last. */
  private void dropLast() {
    size--;
    error += counts[size];
    used = facts[size * FACTS + START];
    int mask = index.length - 1;
    int slot = facts[size * FACTS + HASH] & mask;
    while (index[slot] != size) {
      slot = slot + 1 & mask;
    }
    index[slot] = -1; // nothing was put behind it since
  }

  /** Drops the rarest keys once there are more than {@code max}, down to half of it. */
  void prune(int max) {
    if (size <= max) {
      return;
    }
    long[] sorted = Arrays.copyOf(counts, size);
    Arrays.sort(sorted);
    long limit = sorted[size - max / 2 - 1];
    KeyTable kept = new KeyTable(seen != null);
    for (int e = 0; e < size; e++) {
      if (counts[e] > limit) {
        kept.add(this, e);
      }
    }
    index = kept.index;
    facts = kept.facts;
    counts = kept.counts;
    seen = kept.seen;
    arena = kept.arena;
    size = kept.size;
    used = kept.used;
    error += limit;
  }

  void clear() {
    Arrays.fill(index, -1);
    size = 0;
    used = 0;
    error = 0;
  }

  byte[] key(int entry) {
    int start = facts[entry * FACTS + START];
    byte[] key = new byte[facts[entry * FACTS + LENGTH]];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (arena[start + (i >> 3)] >>> (i & 7) * Byte.SIZE);
    }
    return key;
  }

  int tag(int entry) {
    return facts[entry * FACTS + TAG];
  }

  long count(int entry) {
    return counts[entry];
  }

  /** When the key was met last, as it was given; the lowest long where that is not known. */
  long time(int entry) {
    return seen == null ? Long.MIN_VALUE : seen[entry];
  }
}
