package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte array that values are put together in, so that an event can have slices of it. */
final class Scratch {
  private byte[] bytes = new byte[4096];
  private int length;
  private int from;

  void clear() {
    length = 0;
    from = 0;
  }

  /** Appends a text; {@link #from} and {@link #to} are where it lies. */
  void put(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    put(b, 0, b.length);
  }

  void put(byte[] b, int start, int end) {
    from = length;
    room(end - start);
    System.arraycopy(b, start, bytes, length, end - start);
    length += end - start;
  }

  /** Appends one byte more to the last text. */
  void more(byte b) {
    room(1);
    bytes[length++] = b;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** The array as it is now; it changes when it grows. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return length;
  }
}
