package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Lines: which are events, and of which format")
class LineScannerTest {
  private static final String BOUNCE =
      "4F1C2A0B1: to=<ann@example.com>, relay=mx.example.com[203.0.113.5]:25, delay=1,"
          + " delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.com[203.0.113.5] said: 550"
          + " 5.1.1 no (in reply to RCPT TO command))";

  private final LogFormats formats = LogFormats.bundled();

  private List<String> scan(String log) {
    return scan(log, null);
  }

  private List<String> scan(String log, String only) {
    byte[] text = log.getBytes(StandardCharsets.UTF_8);
    byte[] b = java.util.Arrays.copyOf(text, text.length + LineScanner.PADDING);
    LineScanner scanner = new LineScanner(formats, only);
    scanner.source(LineScanner.Nature.UNKNOWN, Instant.parse("2026-11-24T12:00:00Z"));
    LineScanner.Nature nature = scanner.detect(b, 0, text.length);
    scanner.source(nature, Instant.parse("2026-11-24T12:00:00Z"));
    List<String> events = new ArrayList<>();
    EventSink sink =
        e ->
            events.add(
                e.line()
                    + " "
                    + e.format()
                    + " "
                    + e.outcome().id()
                    + " "
                    + e.reply()
                    + " "
                    + new String(
                        e.buf(),
                        e.domainFrom(),
                        e.domainTo() - e.domainFrom(),
                        StandardCharsets.UTF_8));
    scanner.scan(b, 0, text.length, sink);
    scanner.finish(sink);
    return events;
  }

  @Test
  @DisplayName("a log of one format may hold lines of others")
  void mixed() {
    assertEquals(
        List.of(
            "0 postfix bounced 550 example.com",
            "1 exim bounced 550 example.net",
            "2 sendmail delivered 0 example.org",
            "3 text deferred 451 example.com"),
        scan(
            "Nov 23 05:50:01 mx1 postfix/smtp[1]: "
                + BOUNCE
                + "\n"
                + "2026-11-23 05:50:01 1tXyZa-000000005vi-0000 ** ann@example.net R=d T=r"
                + " H=mx.example.net [203.0.113.5]: SMTP error from remote mail server after RCPT"
                + " TO:<ann@example.net>: 550 no\n"
                + "Nov 23 05:50:01 mx1 sm-mta[1]: 5ANFo1x1000123: to=<ann@example.org>,"
                + " delay=00:00:02, relay=mx.example.org. [203.0.113.5], dsn=2.0.0, stat=Sent"
                + " (ok)\n"
                + "Nov 23 05:50:01 mx1 myapp[1]: ann@example.com: server said: 451 4.7.1 later\n"));
  }

  @Test
  @DisplayName("a format that is forced is the only one")
  void forced() {
    String postfix = "Nov 23 05:50:01 mx1 relay[1]: " + BOUNCE + "\n";
    String other = "Nov 23 05:50:01 mx1 myapp[1]: ann@example.com: server said: 451 4.7.1 later\n";
    assertEquals(List.of("0 postfix bounced 550 example.com"), scan(postfix + other, "postfix"));
    assertEquals(
        List.of("1 text deferred 451 example.com"),
        scan("Nov 23 05:50:01 mx1 exim[1]: x\n" + other, "text"));
    assertEquals(List.of(), scan(postfix + other, "exim"));
    assertEquals(List.of(), scan(postfix + other, "ses"));
  }

  @Test
  @DisplayName("instances of Postfix under other names are known by their services")
  void instances() {
    for (String program :
        new String[] {"postfix/smtp", "postfix-out/smtp", "relay1/smtp", "postfix/relay/smtp"}) {
      assertEquals(
          1, scan("Nov 23 05:50:01 mx1 " + program + "[1]: " + BOUNCE + "\n").size(), program);
    }
  }

  @Test
  @DisplayName("numbers that are no reply codes give no event")
  void noEvents() {
    for (String line :
        new String[] {
          "Nov 23 05:50:01 mx1 sshd[550]: Failed password for bob@example.com from 203.0.113.55"
              + " port 550 ssh2",
          "Nov 23 05:50:01 mx1 CRON[421]: (root) CMD (run 554 5 times for a@example.com)",
          "Nov 23 05:50:01 mx1 vsftpd[1]: 530 Login incorrect",
          "Nov 23 05:50:01 mx1 myapp[1]: version 5.7.1 took 550 ms for ann@example.com",
          "Nov 23 05:50:01 mx1 opendkim[1]: 4F1C: DKIM-Signature field added (s=s5.7.1,"
              + " d=example.com)",
          "Nov 23 05:50:01 mx1 postfix/smtpd[1]: disconnect from x[203.0.113.5] ehlo=1 mail=1"
              + " rcpt=0/1 commands=5/7",
          "Nov 23 05:50:01 mx1 postfix/qmgr[1]: 4F1C: from=<a@example.com>, size=550, nrcpt=1"
              + " (queue active)",
          "203.0.113.5 - - [23/Nov/2026:05:50:01 +0000] \"GET /?to=a@example.com HTTP/1.1\" 550"
              + " 512",
          "[2026-11-23 05:50:01] NOTICE[1638] chan_sip.c: Registration from '<sip:301@example.com>'"
              + " failed",
          "2026-11-23 05:50:01 ERROR api - response: 503 Service Unavailable for ann@example.com",
          "2026-11-23 05:50:01 1tXyZa-000000005vi-0000 <= a@example.net P=esmtp T=\"mail rejected"
              + " by host: 550 5.1.1 no\" for ann@example.com",
          "250 2.1.0 Sender ok for bob@example.com",
          "[23/Nov/2026 05:50:01] Mail of 203.0.113.5 rejected by SMTP: 421 of 500 allowed",
          "Nov 23 05:50:01 mx1 shop[1]: order 550 5.7.1 items for ann@example.com",
          "2026-11-23T05:50:01Z INFO invoice 450 4.2.1 units shipped to ann@example.com",
          "Nov 23 05:50:01 mx1 postgrey[1]: reply: 450 4.2.0 greylisted, to=<ann@example.com>",
          "{\"log\":\"order 550 5.7.1 items for ann@example.com\\n\",\"stream\":\"stdout\"}"
        }) {
      assertEquals(List.of(), scan(line + "\n"), line);
    }
  }

  @Test
  @DisplayName("what wraps a line is taken off: Docker, journald as JSON and for export")
  void wrapped() {
    String line = "Nov 23 05:50:01 mx1 postfix/smtp[1]: " + BOUNCE;
    assertEquals(
        1,
        scan("{\"log\":\""
                + line
                + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-23T05:50:02Z\"}\n")
            .size());
    assertEquals(
        1,
        scan("{\"__REALTIME_TIMESTAMP\":\"1763877001123456\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\",\"MESSAGE\":\""
                + BOUNCE
                + "\"}\n")
            .size());
    assertEquals(
        2,
        scan("__CURSOR=1\nMESSAGE="
                + BOUNCE
                + "\n"
                + "SYSLOG_IDENTIFIER=postfix/smtp\n\n"
                + "__CURSOR=2\n"
                + "SYSLOG_IDENTIFIER=postfix/smtp\n"
                + "MESSAGE="
                + BOUNCE
                + "\n")
            .size());
  }

  @Test
  @DisplayName("journald writes a message that is no text as an array of its bytes")
  void journalBytes() {
    StringBuilder bytes = new StringBuilder();
    for (byte c : BOUNCE.getBytes(StandardCharsets.UTF_8)) {
      bytes.append(bytes.isEmpty() ? "" : ",").append(c);
    }
    assertEquals(
        1,
        scan("{\"__REALTIME_TIMESTAMP\":\"1763877001123456\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\",\"MESSAGE\":["
                + bytes
                + "]}\n")
            .size());
  }

  @Test
  @DisplayName("a reply in a line of a known log that is no event of it is none")
  void noTextInKnownLog() {
    assertEquals(
        List.of("0 exim delivered 0 example.com"),
        scan(
            "2026-11-23 05:50:01 1tXyZa-000000005vi-0000 => ann@example.com R=d T=r\n"
                + "2026-11-23 05:50:01 H=(x) [203.0.113.9] sender verify fail for"
                + " <a@example.net>: response to \"RCPT TO:<a@example.net>\" was: 550 5.1.1 no\n"));
  }

  @Test
  @DisplayName("an event is read whatever head its line has, and whatever head the line before had")
  void anyHead() {
    String[] heads = {
      "Nov 23 05:50:01 mx1 postfix/smtp[1]: ",
      "Nov  3 05:50:01 mx1 postfix/smtp[12345]: ",
      "Nov 23 05:50:01 mx1 postfix/smtp: ",
      "<22>Nov 23 05:50:01 mx1 postfix/smtp[1]: ",
      "<22>1 2026-11-23T05:50:01Z mx1 postfix/smtp 1 - - ",
      "2026-11-23T05:50:01.123456+01:00 mx1 postfix/smtp[1]: ",
      "Nov 23 05:50:01 mx1 postfix/smtp[1]: [ID 197553 mail.info] ",
      "2026-11-23T05:50:01Z stdout F Nov 23 05:50:01 mx1 postfix/smtp[1]: "
    };
    for (String before : heads) {
      for (String head : heads) {
        String log = before + "4F1C: removed\n" + head + BOUNCE + "\n" + head + BOUNCE + "\r\n";
        assertEquals(2, scan(log.repeat(3)).size() / 3, log);
      }
    }
  }

  @ParameterizedTest
  @DisplayName("of a line beyond the limit the beginning is read, and that it was cut is known")
  @ValueSource(strings = {"postfix/smtp[1]", "smtpd[1]", "sendmail[1]"})
  void longLine(String program) {
    String head = "Nov 23 05:50:01 mx1 " + program + ": ";
    String log =
        head
            + "4F1C: x\n"
            + head
            + "x".repeat(BlockReader.MAX_LINE)
            + " to=<bob@example.net>, status=bounced (550 5.1.1 no)\nNov 23 05:50:01 mx1"
            + " postfix/smtp[1]: "
            + BOUNCE
            + "\n";
    byte[] text = log.getBytes(StandardCharsets.UTF_8);
    byte[] b = java.util.Arrays.copyOf(text, text.length + LineScanner.PADDING);
    LineScanner scanner = new LineScanner(formats, null);
    Instant day = Instant.parse("2026-11-24T12:00:00Z");
    scanner.source(LineScanner.Nature.UNKNOWN, day);
    scanner.source(scanner.detect(b, 0, text.length), day);
    List<Integer> lines = new ArrayList<>();
    assertEquals(3, scanner.scan(b, 0, text.length, e -> lines.add(e.line())));
    assertEquals(List.of(2), lines);
    assertEquals(1, scanner.cut());
  }

  @Test
  @DisplayName("the filter for markers lets every event pass, wherever a line begins")
  void filterPassesAll() {
    StringBuilder log = new StringBuilder();
    int events = 0;
    for (int i = 0; i < 300; i++) {
      log.append("Nov 23 05:50:01 mx1 postfix/qmgr[1]: ")
          .append("x".repeat(i % 37))
          .append(": removed\n");
      log.append("Nov 23 05:50:01 mx")
          .append("1".repeat(1 + i % 9))
          .append(" postfix/smtp[")
          .append(i)
          .append("]: ")
          .append(BOUNCE)
          .append(i % 2 == 0 ? "\n" : "\r\n");
      events++;
    }
    assertEquals(events, scan(log.toString()).size());
  }

  @Test
  @DisplayName("hostile lines do no harm")
  void hostile() {
    java.util.Random random = new java.util.Random(3);
    String[] seeds = {
      "Nov 23 05:50:01 mx1 postfix/smtp[1]: " + BOUNCE,
      "2026-11-23 05:50:01 1tXyZa-000000005vi-0000 == |x <",
      "@400000006560a5c51d5d8e4c delivery 9: deferral: x",
      "#Fields: date-time,client-ip,",
      "{\"log\":\"",
      "<22>1 2026-11-23T05:50:01Z a b c d [",
      "type,timeLogged\nd,\"",
      "Nov 23 05:50:01 mx1 sm-mta[1]: a: to=,,,, stat=Sent"
    };
    for (int i = 0; i < 20_000; i++) {
      char[] line = seeds[random.nextInt(seeds.length)].toCharArray();
      for (int k = random.nextInt(6); k >= 0; k--) {
        line[random.nextInt(line.length)] = (char) random.nextInt(256);
      }
      String s = new String(line);
      assertTrue(
          scan(s.substring(random.nextInt(4), s.length() - random.nextInt(line.length / 2))).size()
              < 20);
      if (i > 2000) {
        i += 9;
      }
    }
  }
}
