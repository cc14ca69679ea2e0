package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Words to be found again in a byte array, without making a String. */
final class WordSet {
  private final byte[][] slots;

  WordSet(List<String> words) {
    slots = new byte[Integer.highestOneBit(Math.max(4, words.size() * 2)) * 2][];
    for (String word : words) {
      byte[] w = word.getBytes(StandardCharsets.US_ASCII);
      int slot = slot(w, 0, w.length);
      while (slots[slot] != null) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = w;
    }
  }

  boolean contains(byte[] text, int from, int to) {
    for (int slot = slot(text, from, to); slots[slot] != null; slot = slot + 1 & slots.length - 1) {
      if (Arrays.equals(slots[slot], 0, slots[slot].length, text, from, to)) {
        return true;
      }
    }
    return false;
  }

  private int slot(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    return (hash ^ hash >>> 13) & slots.length - 1;
  }
}
