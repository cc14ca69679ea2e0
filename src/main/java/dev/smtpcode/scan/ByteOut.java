package dev.smtpcode.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that wait for their turn to be written. */
final class ByteOut {
  private byte[] bytes = new byte[1 << 8];
  private int length;

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Makes room for {@code more} bytes and returns the array, which changes when it grows. */
  byte[] room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
    return bytes;
  }

  /** Says that bytes were put into the room there was. */
  void length(int newLength) {
    length = newLength;
  }

  void put(byte[] b) {
    room(b.length);
    System.arraycopy(b, 0, bytes, length, b.length);
    length += b.length;
  }

  void put(byte b) {
    room(1);
    bytes[length++] = b;
  }

  void ascii(String s) {
    put(s.getBytes(StandardCharsets.ISO_8859_1));
  }

  void number(long n) {
    if (n < 0) {
      put((byte) '-');
    }
    long rest = Math.abs(n);
    room(20);
    int digits = 1;
    for (long x = rest; x >= 10; x /= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }
}
