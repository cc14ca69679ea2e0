package dev.smtpcode.log.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.DeliveryEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code src/test/resources/mail/NAME.eml} gives the events of {@code NAME.events}, one JSON
 * object a line; none for an ordinary message. With {@code -Dsmtpcode.update=true} the expectations
 * are written anew, to be reviewed in the diff.
 */
class MailReaderTest {
  private static final Path CASES = Path.of("src/test/resources/mail");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final MailReader READER = new MailReader(RuleSet.bundled(), MailWording.bundled());

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".eml"))
          .map(f -> f.substring(0, f.length() - ".eml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsReport(String name) throws IOException {
    List<DeliveryEvent> events;
    try (InputStream in = Files.newInputStream(CASES.resolve(name + ".eml"))) {
      events = READER.read(in, name);
    }
    StringBuilder lines = new StringBuilder();
    for (DeliveryEvent e : events) {
      lines.append(JSON.writeValueAsString(json(e))).append('\n');
    }
    Path expected = CASES.resolve(name + ".events");
    if (Boolean.getBoolean("smtpcode.update")) {
      Files.writeString(expected, lines);
    }
    assertEquals(Files.readString(expected), lines.toString());
  }

  /** What is asked of a reader of reports; provider and wording of the text are left to others. */
  private static ObjectNode json(DeliveryEvent e) {
    ObjectNode o = JSON.createObjectNode();
    put(o, "time", e.time());
    put(o, "format", e.format());
    put(o, "outcome", e.outcome().id());
    put(o, "reply", e.reply());
    put(o, "enhanced", e.enhanced());
    put(o, "cause", e.cause());
    put(o, "verdict", e.verdict());
    put(o, "recipient", e.recipient());
    put(o, "relay", e.relay());
    put(o, "text", e.text());
    return o;
  }

  private static void put(ObjectNode o, String key, String value) {
    if (value != null) {
      o.put(key, value);
    }
  }

  private static List<DeliveryEvent> read(String message) throws IOException {
    return READER.read(new ByteArrayInputStream(message.getBytes(UTF_8)), "test");
  }

  @Test
  void eventCarriesSource() throws IOException {
    String bounce =
        "X-Failed-Recipients: bert@example.com\n\nbert@example.com\n  550 5.1.1 unknown\n";
    assertEquals("test", read(bounce).get(0).source());
    assertEquals("example.com", read(bounce).get(0).domain());
  }

  @Test
  void nothingAtAllIsNoReport() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\n\n\n"));
    assertEquals(List.of(), read("From MAILER-DAEMON Thu Apr 29 23:34:45 2010"));
  }

  @Test
  void deepNestingEnds() throws IOException {
    StringBuilder message = new StringBuilder("From: mailer-daemon@example.org\n");
    for (int i = 0; i < 20_000; i++) {
      message.append("Content-Type: multipart/mixed; boundary=b").append(i);
      message.append("\n\n--b").append(i).append('\n');
    }
    assertQuick(message.toString());
  }

  @Test
  void manyRecipientsAreBounded() throws IOException {
    StringBuilder message =
        new StringBuilder("From: mailer-daemon@example.org\nSubject: failure notice\n\n");
    for (int i = 0; i < 40_000; i++) {
      message.append("<u").append(i).append("@example.com>:\n");
    }
    assertTrue(assertQuick(message.toString()).size() <= 1_000);
  }

  @Test
  void hostileTextTakesLinearTime() throws IOException {
    String head = "From: mailer-daemon@example.org\nSubject: failure notice\n";
    String html = head + "Content-Type: text/html\n\n";
    for (String part :
        List.of(
            "<",
            "&",
            "&#9;",
            "@",
            "a@",
            "<a@b.c",
            "((((",
            "550 ",
            "=?utf-8?q?",
            "\"",
            "\\x{",
            "+=.")) {
      String many = part.repeat((1 << 20) / part.length());
      assertQuick(head + "\n" + many);
      assertQuick(html + many);
      assertQuick(head + "X-Long: " + many + "\n\n");
      assertQuick("Subject: " + many + "\n" + head + "\n");
      assertQuick("X-Failed-Recipients: " + many + "\n" + head + "\n");
      assertQuick(head + "To: " + many + "@example.net\n\n550 no\n");
      assertQuick(head + "Content-Type: message/delivery-status\n\nFinal-Recipient: " + many);
    }
    for (String line :
        List.of(
            "a: b\n",
            "Final-Recipient: rfc822; a@b.c\n",
            "<a@b.c>:\n",
            "ada\n",
            "to the following:\n",
            "\n")) {
      String many = line.repeat((1 << 20) / line.length());
      assertQuick(head + "\n" + many);
      assertQuick(many + "\n" + head);
      assertQuick(head + "Content-Type: message/delivery-status\n\n" + many);
    }
  }

  /** Ten seconds are far more than it takes, and far less than quadratic time would. */
  private static List<DeliveryEvent> assertQuick(String message) throws IOException {
    long start = System.nanoTime();
    List<DeliveryEvent> events = read(message);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < 10_000, () -> message.substring(0, 120) + " took " + millis + " ms");
    return events;
  }
}
