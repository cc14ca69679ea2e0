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

  private int[] index = new int[1 << 8];
  private int[] start = new int[128];
  private int[] tags = new int[128];
  private int[] hashes = new int[128];
  private long[] counts = new long[128];
  private byte[] arena = new byte[1 << 12];
  private int size;
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
    int at = reserve(length + Long.BYTES);
    long h = (tag + 1) * HASH_FACTOR;
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      long w = Bytes.lower(Bytes.word(b, from + i));
      Bytes.put(arena, at + i, w);
      h = (h ^ w) * HASH_FACTOR;
      h ^= h >>> 32;
    }
    for (; i < length; i++) {
      byte c = Bytes.lower(b[from + i]);
      arena[at + i] = c;
      h = (h ^ c) * HASH_FACTOR;
    }
    insert(at, length, tag, (int) (h ^ h >>> 29), n, time);
  }

  /** Room for a key behind the last one. */
  private int reserve(int length) {
    int at = size == 0 ? 0 : start[size];
    if (at + length > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(arena.length * 2, at + length));
    }
    return at;
  }

  /** Counts the key that lies behind the last one in the arena, and keeps it there if it is new. */
  private void insert(int at, int length, int tag, int hash, long n, long time) {
    int mask = index.length - 1;
    int slot = hash & mask;
    while (index[slot] >= 0) {
      int e = index[slot];
      if (hashes[e] == hash
          && tags[e] == tag
          && start[e + 1] - start[e] == length
          && Arrays.equals(arena, start[e], start[e] + length, arena, at, at + length)) {
        counts[e] += n;
        if (seen != null) {
          seen[e] = Math.max(seen[e], time);
        }
        return;
      }
      slot = slot + 1 & mask;
    }
    if (size + 2 > start.length) {
      int more = start.length * 2;
      start = Arrays.copyOf(start, more);
      tags = Arrays.copyOf(tags, more);
      hashes = Arrays.copyOf(hashes, more);
      counts = Arrays.copyOf(counts, more);
      seen = seen == null ? null : Arrays.copyOf(seen, more);
    }
    index[slot] = size;
    start[size] = at;
    start[size + 1] = at + length;
    tags[size] = tag;
    hashes[size] = hash;
    counts[size] = n;
    if (seen != null) {
      seen[size] = time;
    }
    size++;
    if (size * 2 > index.length) {
      rehash(index.length * 2);
    }
  }

  private void rehash(int length) {
    index = new int[length];
    Arrays.fill(index, -1);
    for (int e = 0; e < size; e++) {
      int slot = hashes[e] & length - 1;
      while (index[slot] >= 0) {
        slot = slot + 1 & length - 1;
      }
      index[slot] = e;
    }
  }

  /**
   * Adds the counts of another table.
   *
   * @param tagOf this table's number for each number of the other, or null where they are the same
   */
  void merge(KeyTable other, int[] tagOf) {
    merge(other, tagOf, Integer.MAX_VALUE);
  }

  /**
   * As {@link #merge(KeyTable, int[])}, without keys beyond the first {@code max}; their counts are
   * added to the error.
   */
  void merge(KeyTable other, int[] tagOf, int max) {
    error += other.error;
    for (int e = 0; e < other.size; e++) {
      int length = other.start[e + 1] - other.start[e];
      int tag = tagOf == null ? other.tags[e] : tagOf[other.tags[e]];
      if (tag == other.tags[e]) {
        int at = reserve(length);
        System.arraycopy(other.arena, other.start[e], arena, at, length);
        insert(at, length, tag, other.hashes[e], other.counts[e], other.time(e));
      } else {
        add(other.arena, other.start[e], other.start[e + 1], tag, other.counts[e], other.time(e));
      }
      if (size > max) {
        dropLast();
      }
    }
  }

  /** Takes the key back that was added last. */
  private void dropLast() {
    size--;
    error += counts[size];
    int mask = index.length - 1;
    int slot = hashes[size] & mask;
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
        kept.add(arena, start[e], start[e + 1], tags[e], counts[e], time(e));
      }
    }
    index = kept.index;
    start = kept.start;
    tags = kept.tags;
    hashes = kept.hashes;
    counts = kept.counts;
    seen = kept.seen;
    arena = kept.arena;
    size = kept.size;
    error += limit;
  }

  void clear() {
    Arrays.fill(index, -1);
    size = 0;
    error = 0;
  }

  byte[] key(int entry) {
    return Arrays.copyOfRange(arena, start[entry], start[entry + 1]);
  }

  int tag(int entry) {
    return tags[entry];
  }

  long count(int entry) {
    return counts[entry];
  }

  /** When the key was met last, as it was given; the lowest long where that is not known. */
  long time(int entry) {
    return seen == null ? Long.MIN_VALUE : seen[entry];
  }
}
