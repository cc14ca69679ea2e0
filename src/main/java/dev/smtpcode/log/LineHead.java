package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Takes the head off a log line: priority, time, host, program and process id as RFC 3164, RFC
 * 5424, rsyslog (RFC 3339 stamps), journalctl and container runtimes write them. What is left is
 * the message.
 */
final class LineHead {
  private static final byte[] STDOUT = "stdout ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STDERR = "stderr ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SOLARIS_ID = "[ID ".getBytes(StandardCharsets.US_ASCII);

  private static final int MAX_SERVICE = 64;

  private final StampReader stamps = new StampReader();
  private int programFrom;
  private int programTo;
  private int messageFrom;
  private boolean timed;
  private boolean plain;
  private long time;
  private int offset;

  void reference(Instant latest) {
    stamps.reference(latest);
  }

  StampReader stamps() {
    return stamps;
  }

  /** The program's name without its process id; absent where its end is its start. */
  int programFrom() {
    return programFrom;
  }

  int programTo() {
    return programTo;
  }

  boolean hasProgram() {
    return programTo > programFrom;
  }

  int messageFrom() {
    return messageFrom;
  }

  /** Whether a time was found. */
  boolean timed() {
    return timed;
  }

  long time() {
    return time;
  }

  int offset() {
    return offset;
  }

  /** Whether the line read last begins with its time. */
  boolean isPlain() {
    return plain;
  }

  /** Reads the time alone, of a line that begins with it; false where it does not. */
  boolean readStamp(byte[] b, int from, int to) {
    if (stamps.read(b, from, to) < 0) {
      return false;
    }
    time = stamps.time();
    offset = stamps.offset();
    return true;
  }

  void read(byte[] b, int from, int to) {
    plain = true;
    programFrom = from;
    programTo = from;
    timed = false;
    time = LogEvent.NO_TIME;
    offset = LogEvent.NO_OFFSET;
    int i = from;
    boolean rfc5424 = false;
    if (i < to && b[i] == '<') {
      int end = priorityEnd(b, i, to);
      if (end > 0) {
        plain = false;
        i = end;
        if (i + 1 < to && b[i] == '1' && b[i + 1] == ' ') {
          rfc5424 = true;
          i += 2;
        }
      }
    }
    messageFrom = i;
    int end = stamps.read(b, i, to);
    if (end < 0) {
      int bar = i == from ? serviceEnd(b, from, to) : -1;
      if (bar > 0 && stamps.read(b, bar, to) >= 0) {
        read(b, bar, to);
      }
      return;
    }
    timed = true;
    time = stamps.time();
    offset = stamps.offset();
    boolean spaced = end < to && b[end] == ' ';
    messageFrom = spaced ? end + 1 : end;
    if (!spaced) {
      return;
    }
    if (rfc5424) {
      afterRfc5424(b, to);
    } else if (b[i] != '@') {
      afterStamp(b, i, to);
    }
  }

  /** Behind the name that {@code docker compose logs} puts before a line: {@code mail-1 | }. */
  private static int serviceEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && i < from + MAX_SERVICE && b[i] > ' ' && b[i] != '|') {
      i++;
    }
    int name = i;
    while (i < to && b[i] == ' ') {
      i++;
    }
    return name > from && i > name && i + 2 < to && b[i] == '|' && b[i + 1] == ' ' ? i + 2 : -1;
  }

  private static int priorityEnd(byte[] b, int from, int to) {
    int i = from + 1;
    while (i < to && i < from + 4 && Bytes.isDigit(b[i])) {
      i++;
    }
    return i > from + 1 && i < to && b[i] == '>' ? i + 1 : -1;
  }

  /** {@code host app procid msgid structured-data message}. */
  private void afterRfc5424(byte[] b, int to) {
    int host = Bytes.indexOf(b, messageFrom, to, ' ');
    int app = host < 0 ? -1 : Bytes.indexOf(b, host + 1, to, ' ');
    int proc = app < 0 ? -1 : Bytes.indexOf(b, app + 1, to, ' ');
    int id = proc < 0 ? -1 : Bytes.indexOf(b, proc + 1, to, ' ');
    if (id < 0) {
      return;
    }
    int i = id + 1;
    while (i < to && b[i] == '[') {
      i = elementEnd(b, i, to);
    }
    while (i < to && b[i] != ' ') {
      i++; // the dash that stands for no data
    }
    i = Math.min(i + 1, to);
    if (to - i >= 3 && b[i] == (byte) 0xef && b[i + 1] == (byte) 0xbb && b[i + 2] == (byte) 0xbf) {
      i += 3;
    }
    programFrom = host + 1;
    programTo = app;
    messageFrom = i;
  }

  /** Behind the closing bracket of the element that opens at {@code from}. */
  private static int elementEnd(byte[] b, int from, int to) {
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '"') {
        quoted = !quoted;
      } else if (b[i] == ']' && !quoted) {
        return i + 1;
      }
    }
    return to;
  }

  /** {@code host program[pid]: message}, the host left out by some, or a container's stream. */
  private void afterStamp(byte[] b, int stampFrom, int to) {
    int i = messageFrom;
    if ((Bytes.at(b, i, to, STDOUT) || Bytes.at(b, i, to, STDERR))
        && to - i > 9
        && b[i + 8] == ' ') {
      boolean outerTimed = timed;
      long outerTime = time;
      int outerOffset = offset;
      read(b, i + 9, to);
      plain = false;
      if (!timed) {
        timed = outerTimed;
        time = outerTime;
        offset = outerOffset;
      }
      return;
    }
    boolean isoWithSpace = Bytes.isDigit(b[stampFrom]) && b[stampFrom + 10] == ' ';
    if (isoWithSpace) {
      return; // a program's own log file
    }
    if (i < to && b[i] == '<') {
      // facility.level between stamp and host
      int close = Bytes.indexOf(b, i, to, ' ');
      if (close < 0) {
        return;
      }
      i = close + 1;
    }
    if (tag(b, i, to)) {
      return;
    }
    int space = Bytes.indexOf(b, i, to, ' ');
    if (space >= 0 && i < to && b[i] != '[') {
      tag(b, space + 1, to);
    }
  }

  /** Takes {@code program[pid]: } at {@code from} where it is there. */
  private boolean tag(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != ' ' && b[i] != ':' && b[i] != '[') {
      i++;
    }
    if (i == from || i >= to || b[i] == ' ') {
      return false;
    }
    int end = i;
    if (b[i] == '[') {
      i++;
      while (i < to && b[i] != ']' && b[i] != ' ') {
        i++;
      }
      if (i >= to || b[i] != ']') {
        return false;
      }
      i++;
    }
    if (i < to && b[i] == ':') {
      i++;
    }
    if (i < to && b[i] != ' ') {
      return false;
    }
    i = Math.min(i + 1, to);
    if (Bytes.at(b, i, to, SOLARIS_ID)) {
      int close = Bytes.indexOf(b, i, to, ']');
      if (close > 0) {
        i = Math.min(close + 2, to);
      }
    }
    programFrom = from;
    programTo = end;
    messageFrom = i;
    return true;
  }
}
