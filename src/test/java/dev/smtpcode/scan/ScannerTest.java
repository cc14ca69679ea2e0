package dev.smtpcode.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Messages;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.LogFormats;
import dev.smtpcode.log.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan from the sources to the summary")
class ScannerTest {
  private final Scanner scanner = new Scanner(RuleSet.bundled(), LogFormats.bundled());

  private static ScanRequest request(int threads, GroupBy by, String... inputs) {
    return new ScanRequest(
        List.of(inputs), null, threads, TimeRange.ALWAYS, Filter.ALL, 10, by, true, null);
  }

  private Summary summary(ScanRequest request) throws IOException {
    return scanner
        .prepare(request, new ByteArrayInputStream(new byte[0]), null, true, Progress.NONE)
        .finish();
  }

  private String events(ScanRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    scanner
        .prepare(request, new ByteArrayInputStream(new byte[0]), out, false, Progress.NONE)
        .finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String log(int lines) {
    Random r = new Random(1);
    StringBuilder log = new StringBuilder();
    String[] said = {
      "sent (250 2.0.0 Ok: queued as 1)",
      "sent (250 2.0.0 Ok: queued as 1)",
      "bounced (host mx.example.com[203.0.113.5] said: 550 5.1.1 User unknown (in reply to RCPT TO"
          + " command))",
      "deferred (host mx.example.com[203.0.113.5] said: 451 4.7.1 Greylisted, try again later (in"
          + " reply to RCPT TO command))",
      "deferred (connect to mx.example.com[203.0.113.5]:25: Connection timed out)"
    };
    String[] dsn = {"2.0.0", "2.0.0", "5.1.1", "4.7.1", "4.4.1"};
    for (int i = 0; i < lines; i++) {
      log.append(
          String.format(
              "Nov %02d %02d:%02d:%02d mx1 postfix/",
              20 + r.nextInt(3), r.nextInt(24), r.nextInt(60), r.nextInt(60)));
      int k = r.nextInt(said.length);
      if (r.nextInt(3) == 0) {
        log.append("qmgr[1]: 4F1C").append(i).append(": removed\n");
      } else {
        log.append("smtp[1]: 4F1C")
            .append(r.nextInt(lines))
            .append(": to=<u")
            .append(r.nextInt(50))
            .append("@d")
            .append(r.nextInt(500))
            .append(
                ".example>, relay=mx.example.com[203.0.113.5]:25, delay=1, delays=0/0/0/1, dsn=")
            .append(dsn[k])
            .append(", status=")
            .append(said[k])
            .append('\n');
      }
    }
    return log.toString();
  }

  @Test
  @DisplayName("gives the same whatever the number of threads")
  void threads(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mail.log");
    Files.writeString(file, log(30_000));
    Summary one = summary(request(1, GroupBy.DOMAIN, file.toString()));
    String events = events(request(1, null, file.toString()));
    assertTrue(one.events() > 15_000);
    assertEquals(30_000, one.input().lines());
    assertEquals(one.events(), events.lines().count());
    for (int threads : new int[] {2, 5}) {
      assertEquals(one, summary(request(threads, GroupBy.DOMAIN, file.toString())));
      assertEquals(events, events(request(threads, null, file.toString())));
    }
  }

  @Test
  @DisplayName("gives mail and JSON documents in the order of their sources, whoever reads them")
  void documents(@TempDir Path folder) throws IOException {
    for (int i = 100; i < 160; i++) {
      Files.writeString(
          folder.resolve(i + ".eml"),
          """
          From: MAILER-DAEMON@mx.example.net
          Subject: Undelivered Mail Returned to Sender
          Content-Type: multipart/report; report-type=delivery-status; boundary=b

          --b
          Content-Type: message/delivery-status

          Reporting-MTA: dns; mx.example.net

          Final-Recipient: rfc822; user%d@example.com
          Action: failed
          Status: 5.1.1
          Diagnostic-Code: smtp; 550 5.1.1 User unknown

          --b--
          """
              .formatted(i));
    }
    Files.writeString(
        folder.resolve("130a.json"),
        "[\n{\"event\":\"bounce\",\"email\":\"x@example.org\",\"reason\":\"550 5.1.1 No such"
            + " user\",\"timestamp\":1764000000,\"sg_event_id\":\"q\"}\n]\n");
    String one = events(request(1, null, folder.toString()));
    assertEquals(61, one.lines().count(), one);
    for (int threads : new int[] {2, 5}) {
      assertEquals(one, events(request(threads, null, folder.toString())));
    }
  }

  @Test
  @DisplayName("tells of sources that say nothing or are broken in their order, whoever reads them")
  void notes(@TempDir Path folder) throws IOException {
    for (int i = 100; i < 200; i++) {
      String end = i % 3 == 0 ? "{\"a\":oops}]\n" : "{}]\n";
      Files.writeString(
          folder.resolve(i + ".json"), "[\n" + "{\"a\":1},\n".repeat(i % 7 * 1000) + end);
    }
    Summary one = summary(request(1, null, folder.toString()));
    assertEquals(33, one.input().unread().size());
    assertEquals(100, one.input().silent().size());
    for (int threads : new int[] {2, 5}) {
      assertEquals(one, summary(request(threads, null, folder.toString())));
    }
  }

  @Test
  @DisplayName("reads a pipe that is named twice once")
  void sameInputTwice() throws IOException {
    byte[] log = log(100).getBytes(StandardCharsets.UTF_8);
    Summary s =
        scanner
            .prepare(
                request(2, null, "-", "-"),
                new ByteArrayInputStream(log),
                null,
                true,
                Progress.NONE)
            .finish();
    assertEquals(100, s.input().lines());
  }

  @Test
  @DisplayName("takes the year of a JSON document's stamps from its own file")
  void yearOfDocument(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "Nov 23 05:50:01 mx1 kernel: x\n");
    Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2020-12-01T00:00:00Z")));
    Path json =
        Files.writeString(
            folder.resolve("b.json"),
            "[\n{\"stream\":\"stdout\",\"log\":\"Nov 23 05:50:01 mx1 postfix/smtp[1]: A:"
                + " to=<a@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred"
                + " (timeout)\"}\n]\n");
    Files.setLastModifiedTime(json, FileTime.from(Instant.parse("2022-12-01T00:00:00Z")));
    String events = events(request(1, null, folder.toString()));
    assertTrue(events.contains("\"time\":\"2022-11-23T05:50:01\""), events);
  }

  @Test
  @DisplayName("counts lines from 1 within each source")
  void lines(@TempDir Path folder) throws IOException {
    String event =
        "Nov 23 05:50:01 mx1 postfix/smtp[1]: A: to=<a@example.com>, relay=none, delay=1,"
            + " dsn=4.4.1, status=deferred (timeout)\n";
    Files.writeString(folder.resolve("a.log"), "x\n".repeat(400_000) + event + "y\n");
    Files.writeString(folder.resolve("b.log"), event);
    String events = events(request(2, null, folder.toString()));
    assertTrue(events.contains("a.log\",\"line\":400001,"), events);
    assertTrue(events.contains("b.log\",\"line\":1,"), events);
  }

  @Test
  @DisplayName("says most important first: cause, verdict, action, codes, domains, a sample")
  void summary(@TempDir Path folder) throws IOException {
    String line =
        "Nov 23 05:50:0%d mx1 postfix/smtp[1]: A%d: to=<a@%s>, relay=mx[203.0.113.5]:25, delay=1,"
            + " dsn=%s, status=%s\n";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      log.append(
          String.format(
              line,
              i,
              i,
              "one.example",
              "5.1.1",
              "bounced (host mx[203.0.113.5] said: 550 5.1.1 User unknown (in reply to RCPT TO"
                  + " command))"));
    }
    log.append(
        String.format(
            line,
            4,
            7,
            "two.example",
            "4.7.1",
            "deferred (host mx[203.0.113.5] said: 451 4.7.1 Greylisted (in reply to RCPT TO"
                + " command))"));
    log.append(String.format(line, 5, 7, "two.example", "2.0.0", "sent (250 2.0.0 Ok)"));
    Path file = folder.resolve("mail.log");
    Files.writeString(file, log);
    Summary s = summary(request(1, null, file.toString()));
    assertEquals(3, s.outcomes().get(Outcome.BOUNCED));
    Summary.CauseCount first = s.causes().get(0);
    assertEquals("user-unknown", first.cause());
    assertEquals("hard", first.verdict());
    assertEquals("suppress", first.action());
    assertEquals(List.of(new Summary.KeyCount("550 5.1.1", 3)), first.codes());
    assertEquals(List.of(new Summary.KeyCount("one.example", 3)), first.domains());
    assertTrue(first.sample().text().contains("User unknown"));
    assertEquals("greylisted", s.causes().get(1).cause());
    assertEquals(1, s.messages().deferredThenDelivered());
    assertEquals(0, s.messages().stillDeferred());
    assertEquals(
        List.of("a@one.example"),
        s.suppressed().stream().map(Summary.Suppressed::recipient).toList());
    assertTrue(new FailOn("hard", false, 50, true).isMet(s));
    assertTrue(!new FailOn("hard", false, 3, false).isMet(s));
  }

  @Test
  @DisplayName("lists for suppression whole addresses only")
  void suppressedBareName(@TempDir Path folder) throws IOException {
    String line =
        "Nov 23 05:50:01 mx1 postfix/local[1]: A: to=<%s>, relay=local, delay=1, dsn=5.1.1,"
            + " status=bounced (unknown user)\n";
    Path file = folder.resolve("mail.log");
    Files.writeString(file, line.formatted("karla") + line.formatted("karla@example.com"));
    Summary s = summary(request(1, null, file.toString()));
    assertEquals(2, s.outcomes().get(Outcome.BOUNCED));
    assertEquals(
        List.of("karla@example.com"),
        s.suppressed().stream().map(Summary.Suppressed::recipient).toList());
  }

  @Test
  @DisplayName("says what it could not read and where nothing was found, and goes on")
  void unread(@TempDir Path folder) throws IOException {
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
    Files.write(folder.resolve("a.gz"), broken);
    Files.writeString(folder.resolve("b.txt"), "hello\n");
    Files.write(folder.resolve("c.bin"), new byte[5000]);
    Files.writeString(folder.resolve("d.log"), "Nov 23 05:50:01 mx1 postfix/qmgr[1]: A: removed\n");
    Summary s = summary(request(2, null, folder.toString()));
    assertEquals(1, s.input().unread().size(), s.input().toString());
    assertTrue(unread(s).get(0).contains("a.gz: "));
    assertEquals(2, s.input().silent().size(), s.input().toString());
    assertEquals(false, s.input().silent().get(0).binary());
    assertEquals(true, s.input().silent().get(1).binary());
  }

  @Test
  void noInput() {
    assertThrows(Scanner.NoInputException.class, () -> summary(request(1, null, "/no/such/file")));
  }

  @Test
  @DisplayName("reads the records one by one in an object that only wraps them")
  void wrappedRecords() throws IOException {
    String record =
        """
        {"email":"ann@example.com","timestamp":1764000000,"event":"bounce","type":"bounce",
         "sg_event_id":"e","sg_message_id":"m","reason":"550 5.1.1 no such user",
         "status":"5.1.1"}""";
    String document = "{\"Records\":[" + record + ",\n" + record + "],\n\"paging\":{}}";
    Scanner.Run run =
        scanner.prepare(
            request(1, null, "-"),
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
            null,
            true,
            Progress.NONE);
    Summary s = run.finish();
    assertEquals(2, s.outcomes().get(Outcome.BOUNCED));
    assertEquals(List.of(), s.input().unread());
  }

  @Test
  @DisplayName("says where a document is no JSON in words of its own")
  void noJson(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("cut.json"), "{\n\"a\":\n}\n");
    Files.writeString(folder.resolve("deep.json"), "{\"a\":\n".repeat(1000));
    List<String> unread = unread(summary(request(1, null, folder.toString())));
    assertEquals(2, unread.size(), unread.toString());
    assertTrue(unread.get(0).endsWith("cut.json: no JSON that can be read, line 3"), unread.get(0));
    assertTrue(unread.get(1).endsWith("deep.json: no JSON that can be read"), unread.get(1));
  }

  private static List<String> unread(Summary s) {
    return s.input().unread().stream().map(new Messages("en")::get).toList();
  }
}
