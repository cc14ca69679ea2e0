package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * journald's export format: records of {@code NAME=value} lines, parted by empty lines. A value
 * that is no plain text is written with its length; such a record's lines say nothing here and are
 * passed over.
 */
final class JournalExport {
  private static final byte[] MESSAGE = ascii("MESSAGE=");
  private static final byte[] PROGRAM = ascii("SYSLOG_IDENTIFIER=");
  private static final byte[] COMMAND = ascii("_COMM=");
  private static final byte[] TIME = ascii("__REALTIME_TIMESTAMP=");

  private final LineScanner scanner;
  private boolean active;
  private byte[] message;
  private int messageLength;
  private String program;
  private String command;
  private long time = LogEvent.NO_TIME;

  JournalExport(LineScanner scanner) {
    this.scanner = scanner;
  }

  void active(boolean on) {
    active = on;
  }

  boolean active() {
    return active;
  }

  void reset() {
    message = null;
    program = null;
    command = null;
    time = LogEvent.NO_TIME;
  }

  void line(byte[] b, int from, int to) {
    if (to == from) {
      end();
    } else if (Bytes.at(b, from, to, MESSAGE)) {
      int start = from + MESSAGE.length;
      messageLength = to - start;
      message = Arrays.copyOfRange(b, start, to + LineScanner.PADDING);
    } else if (Bytes.at(b, from, to, PROGRAM)) {
      program = text(b, from + PROGRAM.length, to);
    } else if (Bytes.at(b, from, to, COMMAND)) {
      command = text(b, from + COMMAND.length, to);
    } else if (Bytes.at(b, from, to, TIME)) {
      StampReader stamps = scanner.stamps();
      if (stamps.readAll(b, from + TIME.length, to)) {
        time = stamps.time();
      }
    }
  }

  private void end() {
    if (message != null) {
      String name = program != null ? program : command;
      scanner.inner(
          message, 0, messageLength, name, time, time == LogEvent.NO_TIME ? LogEvent.NO_OFFSET : 0);
    }
    reset();
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }
}
