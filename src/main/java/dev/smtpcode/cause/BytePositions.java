package dev.smtpcode.cause;

import java.util.Arrays;

/**
 * Where each byte value stands in a text: the places in ascending order, as one linked list a
 * value.
 */
final class BytePositions {
  private final int[] first = new int[256];
  private int[] following = new int[256];

  /** Takes {@code text[0,length)}. */
  void set(byte[] text, int length) {
    if (following.length < length) {
      following = new int[text.length];
    }
    Arrays.fill(first, -1);
    for (int i = length - 1; i >= 0; i--) {
      int value = text[i] & 0xff;
      following[i] = first[value];
      first[value] = i;
    }
  }

  /** The first place of a value, -1 for none. */
  int first(byte value) {
    return first[value & 0xff];
  }

  /** The next place of the value that stands at {@code place}, -1 for none. */
  int next(int place) {
    return following[place];
  }
}
