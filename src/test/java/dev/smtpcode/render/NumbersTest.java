package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
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
}
