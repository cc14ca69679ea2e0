package dev.smtpcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Explanation;
import dev.smtpcode.explain.UnknownQueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("smtpcode as a library, as the README shows it")
class SmtpCodeTest {

  @Test
  void readmeExample() {
    SmtpCode smtpcode = SmtpCode.open();

    Explanation x =
        smtpcode.explain(
            "550 5.7.26 This mail has been blocked because the sender is unauthenticated");
    assertEquals("5.7.26", x.enhanced());
    assertEquals("auth-failure", x.cause());
    assertEquals(Verdict.BLOCK, x.verdict());
    assertEquals("fix-authentication", x.action());

    Classification c = smtpcode.classify("452 4.2.2 <bob@example.com>: Mailbox full");
    assertEquals("mailbox-full", c.cause());

    Comparison pair = smtpcode.compare(List.of("211", "556"));
    assertEquals("class", pair.differences().get(0).aspect());

    assertThrows(UnknownQueryException.class, () -> smtpcode.explain("6.1.1"));
  }

  @Test
  @DisplayName("in Thai")
  void thai() {
    Explanation x = SmtpCode.open("th", null).explain("556");
    assertEquals("th", x.entries().get(0).texts().language());
  }

  @Test
  @DisplayName("the README shows just the lines that are tested here")
  void readmeIsTested() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (String line :
        List.of(
            "SmtpCode smtpcode = SmtpCode.open();",
            "smtpcode.compare(List.of(\"211\", \"556\"))",
            "smtpcode.classify(\"452 4.2.2 <bob@example.com>: Mailbox full\")")) {
      assertTrue(readme.contains(line), line);
    }
  }
}
