package dev.smtpcode.cause;

import java.util.Arrays;

/**
 * Byte strings, end to end in one array.
 *
 * @param bytes all of them
 * @param starts where each begins, and behind the last where it ends
 */
record Literals(byte[] bytes, int[] starts) {

  int size() {
    return starts.length - 1;
  }

  int start(int literal) {
    return starts[literal];
  }

  int end(int literal) {
    return starts[literal + 1];
  }

  int length(int literal) {
    return starts[literal + 1] - starts[literal];
  }

  /** Whether {@code text}, which is long enough, holds a literal at {@code at}. */
  boolean isAt(int literal, byte[] text, int at) {
    int start = starts[literal];
    int end = starts[literal + 1];
    return Arrays.equals(text, at, at + end - start, bytes, start, end);
  }
}
