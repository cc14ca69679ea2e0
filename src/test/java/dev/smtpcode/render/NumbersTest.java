package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Numbers")
class NumbersTest {

  @ParameterizedTest
  @DisplayName("have a comma between groups of three digits")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                   | 0
          999                 | 999
          1000                | 1,000
          1234567             | 1,234,567
          -100                | -100
          -1000               | -1,000
          9223372036854775807 | 9,223,372,036,854,775,807
          """)
  void grouped(long n, String text) {
    assertEquals(text, Numbers.grouped(n));
  }

  @Test
  @DisplayName("are shared out as the JDK rounds them")
  void share() {
    for (int whole = 1; whole <= 400; whole++) {
      for (int part = 0; part <= whole; part++) {
        String expected = String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
        assertEquals(expected, Numbers.share(part, whole), part + " of " + whole);
      }
    }
    assertEquals("", Numbers.share(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "1449, 1.4 kB",
    "1450, 1.5 kB",
    "999949, 999.9 kB",
    "1000000, 1.0 MB",
    "12345678901, 12.3 GB",
    "9000000000000000, 9000.0 TB"
  })
  @DisplayName("of bytes have the unit that fits")
  void bytes(long n, String text) {
    assertEquals(text, Numbers.bytes(n));
  }
}
