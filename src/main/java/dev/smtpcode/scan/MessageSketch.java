package dev.smtpcode.scan;

import dev.smtpcode.log.Bytes;
import dev.smtpcode.log.Outcome;
import java.util.Arrays;

/**
 * What became of messages, a message being a queue id and a recipient: an attempt put off today may
 * be a delivery tomorrow. Exact up to {@link #CAPACITY} messages; beyond it keeps the messages of
 * every second, fourth, … queue id, chosen by hash, and scales up. Which ones are kept depends on
 * the messages alone, so that sketches of parts, merged, are the sketch of the whole.
 */
final class MessageSketch {
  /** Messages that are told apart exactly. */
  static final int CAPACITY = 1 << 17;

  private static final long SEED = 0x2545f4914f6cdd1dL;
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  static final int DEFERRED = 1;
  static final int DELIVERED = 2;
  static final int BOUNCED = 4;
  static final int EXPIRED = 8;
  static final int REJECTED = 16;

  private long[] keys = new long[1 << 9];
  private byte[] states = new byte[1 << 9];
  private int size;
  private int level;

  /** Queue ids are kept where this many leading bits of their hash are zero. */
  int level() {
    return level;
  }

  /** Keeps no more than a sketch of this level would. */
  void atLeast(int other) {
    if (other > level) {
      level = other;
      if (size > 0) {
        thin();
      }
    }
  }

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(keys, 0);
    size = 0;
    level = 0;
  }

  static int flag(Outcome outcome, boolean expired) {
    return switch (outcome) {
      case DEFERRED -> DEFERRED;
      case BOUNCED -> expired ? BOUNCED | EXPIRED : BOUNCED;
      case REJECTED -> REJECTED;
      default -> DELIVERED;
    };
  }

  void add(byte[] b, int queueFrom, int queueTo, int recipientFrom, int recipientTo, int flag) {
    int queue = mixed(b, queueFrom, queueTo);
    if (level > 0 && queue >>> 32 - level != 0) {
      return;
    }
    add((long) queue << 32 | mixed(b, recipientFrom, recipientTo) & 0xffffffffL, (byte) flag);
  }

  private static int mixed(byte[] b, int from, int to) {
    long h = SEED + to - from;
    for (int i = from; i < to; i += Long.BYTES) {
      h = (h ^ Bytes.word(b, i, to)) * FACTOR;
      h ^= h >>> 32;
    }
    h = (h ^ h >>> 29) * FACTOR;
    return (int) (h >>> 32);
  }

  private void add(long key, byte flags) {
    long k = key == 0 ? 1 : key;
    int slot = slot(k);
    if (keys[slot] == k) {
      states[slot] |= flags;
      return;
    }
    keys[slot] = k;
    states[slot] = flags;
    size++;
    if (size > CAPACITY) {
      level++;
      thin();
    } else if (size * 2 > keys.length) {
      rebuild(keys.length * 2);
    }
  }

  /** Where the key is, or where it would be put. */
  private int slot(long k) {
    int mask = keys.length - 1;
    int slot = (int) ((k >>> 29 ^ k) * 0x9e3779b1L >>> 11) & mask;
    while (keys[slot] != 0 && keys[slot] != k) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void thin() {
    rebuild(keys.length);
    while (size > CAPACITY) {
      level++;
      rebuild(keys.length);
    }
  }

  private void rebuild(int length) {
    long[] oldKeys = keys;
    byte[] oldStates = states;
    keys = new long[length];
    states = new byte[length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      long k = oldKeys[i];
      if (k != 0 && (level == 0 || k >>> 64 - level == 0)) {
        int slot = slot(k);
        keys[slot] = k;
        states[slot] = oldStates[i];
        size++;
      }
    }
  }

  void merge(MessageSketch other) {
    atLeast(other.level);
    for (int i = 0; i < other.keys.length; i++) {
      long k = other.keys[i];
      if (k != 0 && (level == 0 || k >>> 64 - level == 0)) {
        add(k, other.states[i]);
      }
    }
  }

  /**
   * The counts, scaled up where the sketch is a sample.
   *
   * @param unknown events that name no message
   */
  Summary.Messages messages(long unknown) {
    int noRecipient = mixed(new byte[0], 0, 0);
    int[] givenUp = queuesGivenUp(noRecipient);
    boolean[] named = new boolean[givenUp.length];
    for (int i = 0; i < keys.length && givenUp.length > 0; i++) {
      int queue = keys[i] == 0 ? -1 : Arrays.binarySearch(givenUp, (int) (keys[i] >>> 32));
      if (queue >= 0 && (int) keys[i] != noRecipient) {
        named[queue] = true;
      }
    }
    long all = 0;
    long delivered = 0;
    long deferred = 0;
    long thenDelivered = 0;
    long thenBounced = 0;
    long still = 0;
    long expired = 0;
    for (int i = 0; i < keys.length; i++) {
      long k = keys[i];
      if (k == 0) {
        continue;
      }
      int s = states[i];
      int queue = givenUp.length == 0 ? -1 : Arrays.binarySearch(givenUp, (int) (k >>> 32));
      if (queue >= 0 && named[queue] && (int) k == noRecipient) {
        continue; // said of the recipients beside it
      }
      boolean wasDeferred = (s & DEFERRED) != 0;
      boolean late = queue >= 0 && wasDeferred && (s & (DELIVERED | BOUNCED)) == 0;
      all++;
      delivered += (s & DELIVERED) != 0 ? 1 : 0;
      deferred += wasDeferred ? 1 : 0;
      thenDelivered += wasDeferred && (s & DELIVERED) != 0 ? 1 : 0;
      thenBounced += wasDeferred && ((s & BOUNCED) != 0 || late) ? 1 : 0;
      still += wasDeferred && (s & (DELIVERED | BOUNCED)) == 0 && !late ? 1 : 0;
      expired += (s & EXPIRED) != 0 || late ? 1 : 0;
    }
    return new Summary.Messages(
        all << level,
        delivered << level,
        deferred << level,
        thenDelivered << level,
        thenBounced << level,
        still << level,
        expired << level,
        1.0 / (1L << level),
        unknown);
  }

  /** The queue ids that expired with all their recipients, which no line named; in order. */
  private int[] queuesGivenUp(int noRecipient) {
    int[] queues = new int[16];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if ((states[i] & EXPIRED) != 0 && keys[i] != 0 && (int) keys[i] == noRecipient) {
        if (n == queues.length) {
          queues = Arrays.copyOf(queues, 2 * n);
        }
        queues[n++] = (int) (keys[i] >>> 32);
      }
    }
    Arrays.sort(queues, 0, n);
    return Arrays.copyOf(queues, n);
  }
}
