package dev.smtpcode.cause;

import java.util.Arrays;

/**
 * Whose the hosts seen last are: in a log, the same hosts come again and again. One a thread; a new
 * host takes the place of an older one.
 */
final class HostMemory {
  private static final int SIZE = 1 << 11;
  private static final int LONGEST = 64;
  private static final int FACTOR = 0x9e3779b1;

  private final RuleSet rules;
  private final byte[][] names = new byte[SIZE][];
  private final int[] owners = new int[SIZE];

  HostMemory(RuleSet rules) {
    this.rules = rules;
  }

  /** As {@link RuleSet#providerOfHost}. */
  int providerOfHost(byte[] b, int from, int to) {
    int length = to - from;
    if (length > LONGEST || length < 1) {
      return rules.providerOfHost(b, from, to);
    }
    // the ends and the middle tell hosts apart well enough
    int hash = length;
    for (int i = from; i < to; i += 1 + (length >> 3)) {
      hash = (hash ^ b[i]) * FACTOR;
    }
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    byte[] name = names[slot];
    if (name == null || !Arrays.equals(name, 0, name.length, b, from, to)) {
      names[slot] = Arrays.copyOfRange(b, from, to);
      owners[slot] = rules.providerOfHost(b, from, to);
    }
    return owners[slot];
  }
}
