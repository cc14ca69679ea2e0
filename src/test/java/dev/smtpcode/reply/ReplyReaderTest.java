package dev.smtpcode.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@DisplayName("The reply code and the enhanced status code are found in whatever text quotes them")
class ReplyReaderTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/reply/replies.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001')
  void table(String text, String reply, String enhanced) {
    ReplyReader reader = read(text);
    assertEquals(reply == null ? 0 : Integer.parseInt(reply), reader.reply(), "reply code");
    assertEquals(enhanced, EnhancedCode.text(reader.enhanced()), "enhanced status code");
  }

  @Test
  @DisplayName("no input makes it fail, and what it finds stands in the text")
  void anyInput() {
    Random random = new Random(5321);
    String alphabet = "0123456789 .-:#()'<>[]=;\"\\n\tabcxyz250550.5.1.1€";
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ReplyReader reader = read(text.toString());
      if (reader.reply() != 0) {
        assertTrue(text.indexOf(Integer.toString(reader.reply())) >= 0, () -> "made up: " + text);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertTrue(reader.textAt() <= bytes.length);
    }
  }

  @Test
  @DisplayName("reading a part of a buffer sees nothing beyond it")
  void bounds() {
    byte[] buffer = "550 5.1.1 no 421 4.7.0 later".getBytes(StandardCharsets.UTF_8);
    ReplyReader reader = new ReplyReader();
    reader.read(buffer, 13, buffer.length);
    assertEquals(421, reader.reply());
    reader.read(buffer, 0, 3);
    assertEquals(550, reader.reply());
    assertEquals(0, reader.enhanced());
  }

  @Test
  @DisplayName("a packed code and its text are the same thing")
  void packing() {
    for (int s = 0; s < 1000; s += 37) {
      for (int d = 0; d < 1000; d += 41) {
        String text = "5." + s + "." + d;
        assertEquals(text, EnhancedCode.text(EnhancedCode.parse(text)));
      }
    }
    for (String none :
        new String[] {"", "5", "5.1", "5.1.", "3.1.1", "5.1.1.1", "5.1.1000", "x.1.1", "5..1"}) {
      assertEquals(0, EnhancedCode.parse(none), none);
    }
  }

  private static ReplyReader read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReplyReader reader = new ReplyReader();
    reader.read(bytes, 0, bytes.length);
    return reader;
  }
}
