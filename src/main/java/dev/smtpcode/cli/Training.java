package dev.smtpcode.cli;

import dev.smtpcode.log.BlockReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs the one-shot commands once each, so that a class archive holds all that they load. */
final class Training {
  private static final String REPLY =
      "host mx.example.com[192.0.2.1] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to"
          + " RCPT TO command)";

  private static final String LOG =
      "2026-11-23T08:11:02+00:00 mx1 postfix/smtp[812]: 4F1A3: to=<bob@example.com>,"
          + " relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced ("
          + REPLY
          + ")\n";

  /** Stamps without a time zone, a program of no mail server, and each outcome. */
  private static final String FILE =
      """
      Nov 23 08:11:01 mx1 kernel: eth0: link is up
      Nov 23 08:11:01 mx1 postfix/smtpd[7]: connect from client.example.net[192.0.2.9]
      Nov 23 08:11:02 mx1 postfix/smtp[8]: 4F1A3: to=<a@gmail.com>, relay=mx.google.com[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.google.com[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
      Nov 23 08:11:03 mx1 postfix/smtp[8]: 4F1A4: to=<b@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.2]:25: Connection timed out)
      Nov 23 09:11:04 mx1 postfix/smtp[8]: 4F1A4: to=<b@example.com>, relay=mx.example.com[192.0.2.2]:25, delay=9, delays=0/0/0/9, dsn=2.0.0, status=sent (250 2.0.0 OK)
      Nov 23 09:11:05 mx1 postfix/smtpd[7]: NOQUEUE: reject: RCPT from client.example.net[192.0.2.9]: 554 5.7.1 <c@example.org>: Relay access denied; from=<d@example.net> to=<c@example.org> proto=ESMTP helo=<client>
      """;

  /** Enough blocks that one thread waits for another. */
  private static final int BLOCKS = 6;

  private static final String[][] RUNS = {
    {"explain", "556"},
    {"explain", "--color", "always", "550", "5.7.26"},
    {"explain", "--json", REPLY},
    {"explain", "TSS04"},
    {"explain", "--lang", "th", "greylisted"},
    {"explain", "--format", "markdown", REPLY},
    {"compare", "211", "556"},
    {"compare", "--json", "450", "5.1.1"},
    {"explain", "999x"},
    {"scan"},
    {"scan", "--events"},
    {"scan", "--json"},
    {"scan", "--top", "5"}
  };

  private Training() {}

  public static void main(String[] arguments) throws IOException {
    Console.ofProcess();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
    for (String[] run : RUNS) {
      Main.run(new Console(new ByteArrayInputStream(log), nowhere, nowhere, Map.of()), run);
    }
    Path file = Files.createTempFile("smtpcode", ".log");
    try {
      Files.writeString(file, FILE.repeat(BLOCKS * BlockReader.BLOCK / FILE.length()));
      Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of());
      Main.run(console, new String[] {"scan", "--threads", "2", file.toString()});
    } finally {
      Files.delete(file);
    }
  }
}
