package dev.smtpcode.log.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.mail.MailSource.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSourceTest {
  private static final String ENVELOPE = "From MAILER-DAEMON  Thu Apr 29 23:34:45 2010\n";

  private static final MailReader READER = new MailReader(RuleSet.bundled(), MailWording.bundled());

  private final MailSource source = new MailSource(READER);

  private static String bounce(String recipient) {
    return "From: MAILER-DAEMON@example.net\nTo: anna@example.net\nSubject: failure notice\n\n<"
        + recipient
        + ">:\nSorry, no mailbox here by that name. (#5.1.1)\n";
  }

  private static Kind kind(String text) {
    byte[] b = text.getBytes(UTF_8);
    return MailSource.kind(b, 0, b.length);
  }

  private List<DeliveryEvent> read(String text) throws IOException {
    List<DeliveryEvent> events = new ArrayList<>();
    source.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "mbox", kind(text), 0, events::add);
    return events;
  }

  @Test
  void knowsMessageAndMbox() {
    assertEquals(Kind.MESSAGE, kind(bounce("bert@example.com")));
    assertEquals(Kind.MESSAGE, kind("\r\nReceived: by mx\r\n\tfor x\r\nFrom: a@b.c\r\n\r\nHi"));
    assertEquals(Kind.MBOX, kind(ENVELOPE + bounce("bert@example.com")));
    assertEquals(Kind.MBOX, kind(ENVELOPE + ">" + ENVELOPE + bounce("bert@example.com")));
  }

  @Test
  void logsAreNoMail() {
    String line = "Apr 29 23:34:45 mx postfix/smtp[1]: 4F: to=<a@b.c>, status=bounced (From: x)\n";
    assertEquals(Kind.OTHER, kind(line.repeat(20)));
    assertEquals(Kind.OTHER, kind("2024-04-29T23:34:45Z mx exim: Subject: From: To:\n".repeat(9)));
    assertEquals(Kind.OTHER, kind("{\"eventType\":\"Bounce\",\"subject\":\"x\"}\n"));
    assertEquals(Kind.OTHER, kind("From what I know: the server is down at 12:30.\nAsk Bert.\n"));
    assertEquals(Kind.OTHER, kind(""));
  }

  @Test
  void mboxIsDividedAtEnvelopeLines() throws IOException {
    List<DeliveryEvent> events =
        read(
            ENVELOPE
                + bounce("bert@example.com")
                + "\nFrom the bottom of my heart,\n>From quoted\n\n"
                + ENVELOPE
                + bounce("carla@example.org")
                + "\n"
                + ENVELOPE
                + "Subject: ordinary\nFrom: dora@example.com\n\nHi\n");
    assertEquals(2, events.size());
    assertEquals("carla@example.org", events.get(1).recipient());
    assertEquals(1, events.get(0).line());
    assertEquals(12, events.get(1).line());
    assertEquals(3, source.messages());
  }

  @Test
  void closingBoundaryEndsAMessageWithoutEmptyLine() throws IOException {
    String bounce = bounce("bert@example.com");
    assertEquals(2, read(ENVELOPE + bounce + "--b--\n" + ENVELOPE + bounce).size());
  }

  @Test
  void aSingleMessageIsNotDivided() throws IOException {
    String text = bounce("bert@example.com") + "\n" + ENVELOPE + bounce("carla@example.org");
    read(text);
    assertEquals(1, source.messages());
  }

  @Test
  void whatIsTooLongIsPassedOverAndCounted() throws IOException {
    String filler = "x".repeat(99) + "\n";
    String tooLong = filler.repeat(MailReader.MAX_MESSAGE / 100 + 10);
    String first = ENVELOPE + bounce("bert@example.com") + "\n" + tooLong + "\n";
    List<DeliveryEvent> events = read(first + ENVELOPE + bounce("carla@example.org"));
    assertEquals(2, events.size());
    long length = (long) first.length() + ENVELOPE.length();
    assertEquals(length - MailReader.MAX_MESSAGE, source.skippedBytes());
  }

  @Test
  void lineWithoutEndIsBounded() throws IOException {
    read(ENVELOPE + bounce("bert@example.com") + "y".repeat(5 << 20));
    assertTrue(source.skippedBytes() > 3 << 20);
  }

  @Test
  void maildirFilesInTmpAreUnfinished(@TempDir Path maildir) throws IOException {
    for (String folder : List.of("cur", "new", "tmp")) {
      Files.createDirectory(maildir.resolve(folder));
    }
    assertTrue(MailSource.isUnfinished(maildir.resolve("tmp/1")));
    assertFalse(MailSource.isUnfinished(maildir.resolve("new/1")));
    assertFalse(MailSource.isUnfinished(Path.of("/tmp/bounce.eml")));
  }
}
