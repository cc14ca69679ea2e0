package dev.smtpcode.cli;

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
      Files.write(file, log);
      Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of());
      Main.run(console, new String[] {"scan", file.toString()});
    } finally {
      Files.delete(file);
    }
  }
}
