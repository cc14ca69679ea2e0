package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpcode.catalog.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Markdown takes only code between backticks for markup")
class MarkdownRendererTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          run `dig <name>` now, run `dig <name>` now
          one ` and <b>, one \\` and \\<b\\>
          `a` then ` and [x](y), `a` then \\` and \\[x\\](y)
          `` and *b*, \\`\\` and \\*b\\*
          C:\\x #1, C:\\\\x \\#1
          """)
  void text(String text, String markdown) {
    FailurePage page = new FailurePage("", text);
    assertEquals(markdown + "\n", new MarkdownRenderer(new Messages("en")).render(page));
  }
}
