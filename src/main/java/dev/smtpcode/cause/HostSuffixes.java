package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the owner of a host name by its longest known suffix, without making a String: a hash is
 * carried from the right and looked up at every dot.
 */
final class HostSuffixes {
  private final byte[][] names;
  private final int[] owners;
  private final int mask;

  HostSuffixes(List<String> suffixes, int[] ownerOf) {
    int size = Integer.highestOneBit(Math.max(8, suffixes.size() * 4)) * 2;
    mask = size - 1;
    names = new byte[size][];
    owners = new int[size];
    for (int i = 0; i < suffixes.size(); i++) {
      byte[] name = suffixes.get(i).getBytes(StandardCharsets.US_ASCII);
      int hash = 0;
      for (int k = name.length - 1; k >= 0; k--) {
        hash = hash * 31 + name[k];
      }
      int slot = slot(hash);
      while (names[slot] != null) {
        slot = slot + 1 & mask;
      }
      names[slot] = name;
      owners[slot] = ownerOf[i];
    }
  }

  /** The owner, or -1. A trailing dot is passed over; case does not matter. */
  int find(byte[] buf, int from, int to) {
    int end = to > from && buf[to - 1] == '.' ? to - 1 : to;
    int found = -1;
    int hash = 0;
    for (int i = end - 1; i >= from; i--) {
      hash = hash * 31 + lower(buf[i]);
      if (i == from || buf[i - 1] == '.') {
        int owner = look(hash, buf, i, end);
        if (owner >= 0) {
          found = owner;
        }
      }
    }
    return found;
  }

  private int look(int hash, byte[] buf, int from, int to) {
    for (int slot = slot(hash); names[slot] != null; slot = slot + 1 & mask) {
      if (same(names[slot], buf, from, to)) {
        return owners[slot];
      }
    }
    return -1;
  }

  private static boolean same(byte[] name, byte[] buf, int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (name[i] != lower(buf[from + i])) {
        return false;
      }
    }
    return true;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  private static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }
}
