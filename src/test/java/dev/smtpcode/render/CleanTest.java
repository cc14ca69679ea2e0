package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hostile text is made harmless")
class CleanTest {

  @Test
  @DisplayName("controls and bidirectional overrides become visible")
  void visible() {
    assertEquals("a\\x1b[31mb\\x00\\x9b\\u202e", Clean.line("a\u001b[31mb\0\u009b\u202e"));
    assertEquals("ที่ é 😀", Clean.line("ที่ é 😀"));
  }

  @Test
  @DisplayName("several lines become one")
  void lines() {
    assertEquals("550-a 550 b\\x0dc d", Clean.line("550-a\r\n550 b\rc\td"));
  }
}
