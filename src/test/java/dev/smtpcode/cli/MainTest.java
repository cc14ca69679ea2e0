package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run ends in order whatever it is given")
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String stdin, Map<String, String> env, String... arguments) {
    Console console =
        new Console(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            env);
    int status = Main.run(console, arguments);
    console.out().flush();
    return status;
  }

  @Test
  @DisplayName("a fault of its own is one line, not a stack trace")
  void internalError() {
    Map<String, String> broken =
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String get(Object key) {
            throw new IllegalStateException("broken");
          }
        };
    assertEquals(Main.USAGE, run("", broken, "explain", "550"));
    assertEquals(
        "smtpcode: internal error, run again with --debug and report it:"
            + " java.lang.IllegalStateException: broken\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("what is too long of a line is passed over, the next line is read")
  void longLine() {
    String longLine = "550 5.1.1 user unknown " + "a".repeat(1 << 20);
    assertEquals(
        Main.OK, run(longLine + "\r\n552\r\n", Map.of(), "explain", "--format", "json", "-"));
    String[] answers = out.toString(StandardCharsets.UTF_8).split("\n", -1);
    assertEquals(3, answers.length);
    assertTrue(answers[0].contains("\"cause\":\"user-unknown\""), "the first line is explained");
    assertTrue(answers[0].length() < 1 << 18, "the first line is cut");
    assertTrue(answers[1].startsWith("{\"query\":\"552\""), answers[1]);
  }

  private static final String BOUNCES =
      """
      Nov 23 05:50:01 mx1 postfix/smtp[1]: 4F1: to=<ann@one.example>, relay=mx.one.example[192.0.2.1]:25, \
      delay=1, dsn=5.1.1, status=bounced (host mx.one.example[192.0.2.1] said: 550 5.1.1 User unknown)
      Nov 23 05:50:02 mx1 postfix/smtp[1]: 4F2: to=<bob@two.example>, relay=mx.two.example[192.0.2.2]:25, \
      delay=1, dsn=5.1.1, status=bounced (host mx.two.example[192.0.2.2] said: 550 5.1.1 User unknown)
      """;

  @Test
  @DisplayName("domains may be given with spaces and as ends of addresses")
  void domains() {
    String[] both = {"scan", "--events", "--domain", "one.example, @two.example", "-"};
    assertEquals(Main.OK, run(BOUNCES, Map.of(), both));
    assertEquals(2, out.toString(StandardCharsets.UTF_8).lines().count());
    assertEquals(Main.USAGE, run(BOUNCES, Map.of(), "scan", "--domain", "ann@one.example", "-"));
    assertEquals(
        "smtpcode: not a domain: 'ann@one.example'; write it as example.com\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("a time range in which nothing can lie is an error")
  void emptyRange() {
    String[] range = {"scan", "--since", "2027-01-01", "--until", "2020-01-01", "-"};
    assertEquals(Main.USAGE, run(BOUNCES, Map.of(), range));
    assertEquals(
        "smtpcode: --since 2027-01-01 is not before --until 2020-01-01: nothing can lie between"
            + " them\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName(
      "the list of dead addresses never takes the place of a log, and fails before the scan")
  void suppression(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("mail.log"), BOUNCES);
    String again = folder.resolve(".").resolve("mail.log").toString();
    assertEquals(Main.USAGE, run("", Map.of(), "scan", "--suppress", again, log.toString()));
    assertEquals(BOUNCES, Files.readString(log));
    String nowhere = folder.resolve("no/such.csv").toString();
    assertEquals(Main.USAGE, run("", Map.of(), "scan", "--suppress", nowhere, log.toString()));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    String list = folder.resolve("dead.csv").toString();
    assertEquals(Main.OK, run("", Map.of(), "scan", "--suppress", list, log.toString()));
    assertTrue(Files.readString(Path.of(list)).contains("ann@one.example"));
  }

  @Test
  @DisplayName("limits are not kept where part of the input could not be read")
  void unreadWithLimits(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("mail.log"), BOUNCES);
    Path broken = Files.write(folder.resolve("mail.log.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    String[] half = {"scan", "--fail-on", "hard>5", log.toString(), broken.toString()};
    assertEquals(Main.USAGE, run("", Map.of(), half));
    String[] met = {"scan", "--fail-on", "hard>1", log.toString(), broken.toString()};
    assertEquals(Main.FOUND, run("", Map.of(), met));
  }

  @Test
  @DisplayName("a mistake in the configuration file is an error with its line")
  void misspeltConfiguration(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("smtpcode")).resolve("config");
    Files.writeString(file, "# mine\nformt = json\n");
    Map<String, String> env = Map.of("XDG_CONFIG_HOME", folder.toString());
    assertEquals(Main.USAGE, run("", env, "explain", "550"));
    assertEquals(
        "smtpcode: "
            + file
            + ":2: unknown option 'formt': choose one of by, cause, class, code, codes, color, debug,"
            + " domain, events, fail-on, format, json, lang, log-format, outcome, pager, provider,"
            + " redact, since, standard, subject, suppress, threads, top, until\n",
        err.toString(StandardCharsets.UTF_8));
    err.reset();
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertEquals(Main.USAGE, run("", env, "explain", "550"));
    assertEquals(
        "smtpcode: " + file + ": is not UTF-8: write it in that encoding\n",
        err.toString(StandardCharsets.UTF_8));
  }
}
