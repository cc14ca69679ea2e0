package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The short way past picocli gives the same as picocli")
class PlainArgumentsTest {
  private static final String LOG =
      """
      2026-11-23T08:11:02+00:00 mx1 postfix/smtp[8]: 4F1A3: to=<bob@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (Connection timed out)
      2026-11-23T08:12:02+00:00 mx1 postfix/smtp[8]: 4F1A4: to=<eve@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (550 5.1.1 User unknown)
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain 556",
        "explain 550 5.7.26",
        "explain --json TSS04",
        "explain greylisted --lang th",
        "explain --format=markdown 421 450",
        "explain 999x",
        "compare 211 556",
        "compare --json 450 5.1.1",
        "compare 211",
        "explain --format nonsense 550",
        "explain --format json --format text 550",
        "explain 550 -",
        "explain --lang xx 550",
        "explain --json --format text 550",
        "scan",
        "scan -",
        "scan --json",
        "scan --events",
        "scan --events --events --json",
        "scan --format csv --lang th -",
        "scan --format=",
        "scan --json --format text",
        "scan --color always --threads=2",
        "scan pom.xml --threads 2 - --threads 1",
        "scan --threads 007",
        "scan --threads 0",
        "scan --threads 65",
        "scan --color mauve",
        "scan nowhere.log",
        "scan - -"
      })
  void sameAnswer(String line) {
    String[] arguments = line.split(" ", -1);
    assertNotNull(PlainArguments.read(arguments));
    assertSame(Map.of(), arguments);
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "BY, domain",
    "EVENTS, true",
    "EVENTS, maybe",
    "FAIL_ON, failures>0",
    "FORMAT, csv",
    "FORMAT, nonsense",
    "JSON, true",
    "LANG, th",
    "LOG_FORMAT, exim",
    "OUTCOME, bounced",
    "SCAN_TOP, 1",
    "SINCE, nonsense",
    "SUPPRESS, /nowhere/dead.csv",
    "THREADS, many",
    "TOP, 0",
    "CODES, nowhere"
  })
  @DisplayName("with defaults too, which may be of options that are not plain")
  void sameDefaults(String variable, String value) {
    assertSame(Map.of("SMTPCODE_" + variable, value), "scan");
    assertSame(Map.of("SMTPCODE_" + variable, value), "scan", "--threads", "1", "--events");
  }

  private static void assertSame(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    int plainExit = Main.run(console(plain, environment), arguments);
    int fullExit = Main.run(console(full, environment), arguments, null);
    assertEquals(full.toString(StandardCharsets.UTF_8), plain.toString(StandardCharsets.UTF_8));
    assertEquals(fullExit, plainExit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "explain",
        "explain --help",
        "explain --jsn 550",
        "compare 1 --codes x",
        "--version",
        "explian 550",
        "explain --format --json 550",
        "explain --threads 2 550",
        "explain --events 550",
        "scan --help",
        "scan --",
        "scan --top 5",
        "scan --redact",
        "scan --no-pager",
        "scan --events=true",
        "scan --json=true",
        "scan --threads",
        "scan --threads=",
        "scan --threads x",
        "scan --threads +2",
        "scan --threads -1",
        "scan --threads 123456",
        "--lang th scan"
      })
  void leftToPicocli(String line) {
    assertNull(PlainArguments.read(line.isEmpty() ? new String[0] : line.split(" ", -1)));
  }

  private static Console console(ByteArrayOutputStream to, Map<String, String> environment) {
    PrintStream both = new PrintStream(to, true, StandardCharsets.UTF_8);
    byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
    return new Console(new ByteArrayInputStream(log), both, both, environment);
  }
}
