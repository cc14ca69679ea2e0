package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Searching bytes eight at a time finds what searching them one by one does")
class BytesTest {
  private final Random random = new Random(7);

  private byte[] text(int length) {
    byte[] b = new byte[length + LineScanner.PADDING];
    for (int i = 0; i < b.length; i++) {
      // now and then a newline among letters, now and then one among bytes near it
      int any = random.nextInt(random.nextBoolean() ? 9 : 300);
      b[i] = (byte) (any < 9 ? "ab\n\u000b\u0001\u0000z\u00ff\u00a9".charAt(any) : 'c');
    }
    return b;
  }

  @Test
  void indexOf() {
    for (int round = 0; round < 3000; round++) {
      int length = random.nextInt(40);
      byte[] b = text(length);
      int from = length == 0 ? 0 : random.nextInt(length);
      int expected = -1;
      int count = 0;
      for (int i = length - 1; i >= from; i--) {
        if (b[i] == '\n') {
          expected = i;
          count++;
        }
      }
      assertEquals(expected, Bytes.indexOf(b, from, length, '\n'));
      assertEquals(expected < 0 ? length : expected, Bytes.lineEnd(b, from, length));
      assertEquals(count, Bytes.count(b, from, length, '\n'));
    }
  }

  @Test
  void needles() {
    for (int round = 0; round < 3000; round++) {
      byte[] b = text(random.nextInt(60));
      String s = new String(b, 0, b.length - LineScanner.PADDING, StandardCharsets.ISO_8859_1);
      for (String needle : new String[] {"a", "ab", "ba\n", "z", "aab"}) {
        assertEquals(s.indexOf(needle), new Needle(needle).in(b, 0, s.length()), s);
        assertEquals(s.lastIndexOf(needle), new Needle(needle).lastIn(b, 0, s.length()), s);
      }
    }
  }

  @Test
  @DisplayName("lower case of eight bytes touches ASCII letters only")
  void lower() {
    byte[] b = new byte[256 + 8];
    byte[] lowered = new byte[256 + 8];
    for (int i = 0; i < 256; i++) {
      b[i] = (byte) i;
    }
    for (int i = 0; i < 256; i += 8) {
      Bytes.put(lowered, i, Bytes.lower(Bytes.word(b, i)));
    }
    for (int i = 0; i < 256; i++) {
      assertEquals(Bytes.lower((byte) i), lowered[i]);
    }
  }
}
