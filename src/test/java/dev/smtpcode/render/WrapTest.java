package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Text is broken into lines")
class WrapTest {

  @Test
  @DisplayName("a code mark stays with its code, in Thai too")
  void marks() {
    String text = "ตรวจสอบ record: `dig +short MX example.com` แสดง `0 .` เท่านั้น";
    for (int width = 12; width < 70; width++) {
      for (String line : new Wrap(List.of()).lines(text, width)) {
        assertFalse(line.startsWith("` ") || line.equals("`"), width + ": " + line);
        assertFalse(line.endsWith(" `"), width + ": " + line);
        assertTrue(Width.of(line) <= Math.max(width, 12), width + ": " + line);
      }
    }
  }
}
