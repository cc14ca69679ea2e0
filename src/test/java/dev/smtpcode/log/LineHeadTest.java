package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The head of a line is taken off, however it is written")
class LineHeadTest {
  private final LineHead head = new LineHead();

  private void check(String line, String time, Integer offset, String program, String message) {
    byte[] b = (line + " ".repeat(LineScanner.PADDING)).getBytes(StandardCharsets.UTF_8);
    int to = line.getBytes(StandardCharsets.UTF_8).length;
    head.reference(Instant.parse("2026-11-24T12:00:00Z"));
    head.read(b, 0, to);
    assertEquals(time == null, !head.timed(), line);
    if (time != null) {
      assertEquals(
          LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli() / 1000,
          Math.floorDiv(head.time(), 1000L),
          line);
      assertEquals(offset == null ? LogEvent.NO_OFFSET : offset, head.offset(), line);
    }
    assertEquals(
        program,
        head.hasProgram()
            ? new String(
                b,
                head.programFrom(),
                head.programTo() - head.programFrom(),
                StandardCharsets.UTF_8)
            : null,
        line);
    assertEquals(
        message,
        new String(b, head.messageFrom(), to - head.messageFrom(), StandardCharsets.UTF_8),
        line);
  }

  @Test
  @DisplayName("syslog: RFC 3164 and what is near it")
  void rfc3164() {
    check(
        "Nov 23 05:50:01 mx1 postfix/smtp[123]: hello",
        "2026-11-23T05:50:01",
        null,
        "postfix/smtp",
        "hello");
    check(
        "<22>Nov  3 05:50:01 mx1 postfix/smtp[123]: hello",
        "2026-11-03T05:50:01",
        null,
        "postfix/smtp",
        "hello");
    check("Dec 31 23:59:59 mx1 exim: hello", "2025-12-31T23:59:59", null, "exim", "hello");
    check(
        "Nov 23 2024 05:50:01 mx1 sm-mta[1]: hello",
        "2024-11-23T05:50:01",
        null,
        "sm-mta",
        "hello");
    check(
        "Jun 17 14:37:39 <mail.notice> robin sm-mta[2794]: hello",
        "2026-06-17T14:37:39",
        null,
        "sm-mta",
        "hello");
    check(
        "Mar  3 00:17:22 [sshd]: User root",
        "2026-03-03T00:17:22",
        null,
        null,
        "[sshd]: User root");
    check(
        "Mar 29 05:59:23 dusky smtpd[20878]: [ID 800047 mail.info] hello",
        "2026-03-29T05:59:23",
        null,
        "smtpd",
        "hello");
  }

  @Test
  @DisplayName("an offset from UTC is one that a clock may have")
  void offsets() {
    String[] stamps = {"+18:00", "-18:00", "+0530", "+18:01", "+00:60", "-18:30", "+99:99"};
    Integer[] minutes = {1080, -1080, 330, null, null, null, null};
    for (int i = 0; i < stamps.length; i++) {
      byte[] b =
          ("2026-11-23T05:50:01" + stamps[i] + " mx1 exim: hello").getBytes(StandardCharsets.UTF_8);
      head.read(java.util.Arrays.copyOf(b, b.length + LineScanner.PADDING), 0, b.length);
      assertEquals(minutes[i] == null ? LogEvent.NO_OFFSET : minutes[i], head.offset(), stamps[i]);
    }
  }

  @Test
  @DisplayName("a date that does not exist in a year without leap day is of the year before")
  void leapDay() {
    head.reference(Instant.parse("2025-03-01T12:00:00Z"));
    byte[] b = ("Feb 29 05:50:01 mx1 exim: x" + " ".repeat(16)).getBytes(StandardCharsets.UTF_8);
    head.read(b, 0, 27);
    assertEquals(LocalDate.of(2024, 2, 29).toEpochDay(), Math.floorDiv(head.time(), 86_400_000L));
  }

  @Test
  @DisplayName("RFC 5424 with structured data")
  void rfc5424() {
    check(
        "<22>1 2026-11-23T05:50:01.421Z mx1 postfix/smtp 123 - - hello",
        "2026-11-23T05:50:01",
        0,
        "postfix/smtp",
        "hello");
    check(
        "<22>1 2026-11-23T05:50:01+01:00 mx1 exim 1 - [a x=\"1 ] 2\"][b y=\"\\\"\"] hello",
        "2026-11-23T05:50:01",
        60,
        "exim",
        "hello");
  }

  @Test
  @DisplayName("RFC 3339 stamps, a program's own log, containers, TAI64N, seconds")
  void others() {
    check(
        "2026-11-23T05:50:01.421001-08:00 mx1 postfix/smtp[1]: hello",
        "2026-11-23T05:50:01",
        -480,
        "postfix/smtp",
        "hello");
    check(
        "2026-11-23 05:50:01 1tXyZa-000000005vi-0000 => a@b",
        "2026-11-23T05:50:01",
        null,
        null,
        "1tXyZa-000000005vi-0000 => a@b");
    check("2026-11-23 05:50:01.123 +0100 [7] hello", "2026-11-23T05:50:01", 60, null, "[7] hello");
    check(
        "2026-11-23T05:50:01.123456789Z stdout F Nov 22 05:50:01 mx1 exim[1]: hello",
        "2026-11-22T05:50:01",
        null,
        "exim",
        "hello");
    check(
        "2026-11-23T05:50:01.123456789Z stderr F hello you",
        "2026-11-23T05:50:01",
        0,
        null,
        "hello you");
    check(
        "@400000006560a5c51d5d8e4c status: local 0/10",
        "2023-11-24T13:31:39",
        0,
        null,
        "status: local 0/10");
    check("1764000000.123456 new msg 7", "2025-11-24T16:00:00", 0, null, "new msg 7");
    check("no head at all", null, null, null, "no head at all");
    check("", null, null, null, "");
  }

  @Test
  @DisplayName("a date without a year may be the day after, which it is in the east, and no later")
  void dayAfter() {
    check("Nov 25 01:00:00 mx1 x: y", "2026-11-25T01:00:00", null, "x", "y");
    check("Nov 26 01:00:00 mx1 x: y", "2025-11-26T01:00:00", null, "x", "y");
  }

  @Test
  @DisplayName("29 February without a year is of the last leap year")
  void leapDayWithoutYear() {
    check("Feb 29 05:50:01 mx1 exim: hello", "2024-02-29T05:50:01", null, "exim", "hello");
  }

  @Test
  @DisplayName("docker compose puts the service's name before the line")
  void service() {
    check(
        "mail-1  | Nov 23 05:50:01 mx1 postfix/smtp[123]: hello",
        "2026-11-23T05:50:01",
        null,
        "postfix/smtp",
        "hello");
    check("a  | b  | c: hello", null, null, null, "a  | b  | c: hello");
  }
}
