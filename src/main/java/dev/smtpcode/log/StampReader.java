package dev.smtpcode.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Reads the time at the head of a log line. Dates repeat from line to line, so the last one is
 * kept.
 *
 * <p>Understood: {@code Nov 23 05:50:01} (RFC 3164; also with a year, a weekday or a fraction), ISO
 * 8601 and RFC 3339 with {@code T} or a space, {@code @4000…} (TAI64N), and seconds since 1970 with
 * a fraction. A stamp without a year is of the year that puts it closest before the reference day.
 */
final class StampReader {
  private static final long MILLIS_A_DAY = 86_400_000L;
  private static final int MINUTES_AN_HOUR = 60;

  /** Minutes; no clock is further from UTC, nor takes Java one that is. */
  private static final int MAX_OFFSET = 18 * MINUTES_AN_HOUR;

  /** Most years from one leap day to the next. */
  private static final int LEAP_YEARS = 8;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final byte[] MONTH_BYTES =
      MONTHS.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final long TAI_EPOCH = (1L << 62) + 10;

  private Instant reference = Instant.now();

  /** The day of the reference in UTC; null until a stamp asks for it. */
  private LocalDate referenceDay;

  private long time;
  private int offset;

  /** The bytes of the date that {@link #lastDay} was read from; -1 for none. */
  private long lastDate = -1;

  private int lastDateRest;
  private long lastDay;

  /** The time that stamps without a year lie before: now, until told otherwise. */
  void reference(Instant latest) {
    reference = latest;
    referenceDay = null;
    lastDate = -1;
  }

  long time() {
    return time;
  }

  int offset() {
    return offset;
  }

  /** Reads the stamp at {@code from}; the place behind it, or -1 where there is none. */
  int read(byte[] b, int from, int to) {
    if (to - from < 15) {
      return -1;
    }
    byte c = b[from];
    if (Bytes.isLetter(c)) {
      return named(b, from, to);
    }
    if (c == '@') {
      return tai(b, from, to);
    }
    if (Bytes.isDigit(c)) {
      return b[from + 4] == '-' || b[from + 4] == '/' ? iso(b, from, to) : epoch(b, from, to);
    }
    return -1;
  }

  /** Reads a whole text that is a time: also plain numbers, seconds or milliseconds since 1970. */
  boolean readAll(byte[] b, int from, int to) {
    int digits = from;
    while (digits < to && Bytes.isDigit(b[digits])) {
      digits++;
    }
    if (digits - from >= 9 && digits - from <= 19) {
      long n = 0;
      for (int i = from; i < digits; i++) {
        n = n * 10 + b[i] - '0';
      }
      int length = digits - from;
      time = length <= 11 ? n * 1000 : length <= 14 ? n : length <= 17 ? n / 1000 : n / 1_000_000;
      offset = 0;
      return true;
    }
    return to - from == 10 ? dateOnly(b, from) : read(b, from, to) > 0;
  }

  private boolean dateOnly(byte[] b, int from) {
    int year = year(b, from);
    int month = Bytes.twoDigits(b, from + 5);
    int day = Bytes.twoDigits(b, from + 8);
    if (year < 0 || month < 1 || day < 1 || !day(year, month, day)) {
      return false;
    }
    time = lastDay * MILLIS_A_DAY;
    offset = LogEvent.NO_OFFSET;
    lastDate = -1;
    return true;
  }

  /** {@code Nov 23 05:50:01}, {@code Nov 23 2026 05:50:01}, {@code Fri Nov 23 05:50:01 2026}. */
  private int named(byte[] b, int from, int to) {
    long date = Bytes.word(b, from) & 0xffffffffffffffL;
    int i = from + 7;
    boolean known = date == lastDate;
    if (!known) {
      int start = from;
      int month = month(b, start);
      if (month == 0 && b[start + 3] == ' ' && to - start >= 19) {
        start += 4;
        month = month(b, start);
      }
      if (month == 0 || b[start + 3] != ' ') {
        return -1;
      }
      int d = start + 4;
      if (b[d] == ' ') {
        d++;
      }
      int day = b[d] - '0';
      if (day < 0 || day > 9) {
        return -1;
      }
      d++;
      if (Bytes.isDigit(b[d])) {
        day = day * 10 + b[d] - '0';
        d++;
      }
      if (b[d] != ' ') {
        return -1;
      }
      d++;
      int year = -1;
      if (to - d > 13 && b[d + 4] == ' ' && year(b, d) > 0) {
        year = year(b, d);
        d += 5;
      } else if (start > from && to - d >= 13 && year(b, d + 9) > 0 && b[d + 8] == ' ') {
        year = year(b, d + 9);
      }
      boolean dated = year > 0;
      if (!(dated ? day(year, month, day) : lastBefore(month, day))) {
        return -1;
      }
      lastDate = start == from && d == from + 7 && !dated ? date : -1;
      i = d;
    }
    int end = clock(b, i, to);
    if (end < 0 && known) {
      lastDate = -1; // the same day, but written with a year this time
      return named(b, from, to);
    }
    if (end < 0) {
      return -1;
    }
    offset = LogEvent.NO_OFFSET;
    if (lastDate == -1
        && end + 5 <= to
        && b[end] == ' '
        && year(b, end + 1) > 0
        && (end + 5 == to || b[end + 5] == ' ')) {
      end += 5;
    }
    return end;
  }

  private int iso(byte[] b, int from, int to) {
    if (to - from < 19 || b[from + 10] != 'T' && b[from + 10] != ' ') {
      return -1;
    }
    long date = Bytes.word(b, from);
    int rest = b[from + 8] << 8 | b[from + 9];
    if (date != lastDate || rest != lastDateRest) {
      int year = year(b, from);
      int month = Bytes.twoDigits(b, from + 5);
      int day = Bytes.twoDigits(b, from + 8);
      if (year < 0 || b[from + 7] != b[from + 4] || !day(year, month, day)) {
        return -1;
      }
      lastDate = date;
      lastDateRest = rest;
    }
    int end = clock(b, from + 11, to);
    if (end < 0) {
      return -1;
    }
    offset = LogEvent.NO_OFFSET;
    if (end < to && b[end] == 'Z') {
      offset = 0;
      return end + 1;
    }
    int sign = end;
    if (sign < to && b[sign] == ' ') {
      sign++; // Exim's log_timezone: 2026-11-23 05:50:01 +0100
    }
    if (sign + 5 <= to && (b[sign] == '+' || b[sign] == '-')) {
      int hours = Bytes.twoDigits(b, sign + 1);
      int m = b[sign + 3] == ':' ? sign + 4 : sign + 3;
      int minutes = m + 2 <= to ? Bytes.twoDigits(b, m) : -1;
      int apart = hours * MINUTES_AN_HOUR + minutes;
      if (hours >= 0 && minutes >= 0 && minutes < MINUTES_AN_HOUR && apart <= MAX_OFFSET) {
        offset = b[sign] == '-' ? -apart : apart;
        return m + 2;
      }
    }
    return end;
  }

  /** {@code 05:50:01}, with a fraction behind a dot or comma where there is one. */
  private int clock(byte[] b, int i, int to) {
    if (to - i < 8 || b[i + 2] != ':' || b[i + 5] != ':') {
      return -1;
    }
    int h = Bytes.twoDigits(b, i);
    int m = Bytes.twoDigits(b, i + 3);
    int s = Bytes.twoDigits(b, i + 6);
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60) {
      return -1;
    }
    time = lastDay * MILLIS_A_DAY + (h * 3600L + m * 60L + s) * 1000L;
    int end = i + 8;
    if (end + 1 < to && (b[end] == '.' || b[end] == ',') && Bytes.isDigit(b[end + 1])) {
      int scale = 100;
      for (end++; end < to && Bytes.isDigit(b[end]); end++) {
        time += (long) scale * (b[end] - '0');
        scale /= 10;
      }
    }
    return end;
  }

  private int tai(byte[] b, int from, int to) {
    if (to - from < 25) {
      return -1;
    }
    long seconds = 0;
    for (int i = from + 1; i < from + 17; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        return -1;
      }
      seconds = seconds << 4 | digit;
    }
    long nanos = 0;
    for (int i = from + 17; i < from + 25; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        return -1;
      }
      nanos = nanos << 4 | digit;
    }
    long unix = seconds - TAI_EPOCH;
    if (unix < 0 || unix > 1L << 40) {
      return -1;
    }
    time = unix * 1000 + nanos / 1_000_000;
    offset = 0;
    return from + 25;
  }

  /** {@code 1764000000.123456}, as splogger writes it. */
  private int epoch(byte[] b, int from, int to) {
    long seconds = 0;
    int i = from;
    while (i < to && i - from < 11 && Bytes.isDigit(b[i])) {
      seconds = seconds * 10 + b[i] - '0';
      i++;
    }
    if (i - from < 9 || i >= to || b[i] != '.') {
      return -1;
    }
    int fraction = ++i;
    while (i < to && Bytes.isDigit(b[i])) {
      i++;
    }
    if (i == fraction || i < to && b[i] != ' ') {
      return -1;
    }
    time = seconds * 1000;
    offset = 0;
    return i;
  }

  private boolean day(int year, int month, int day) {
    try {
      lastDay = LocalDate.of(year, month, day).toEpochDay();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * The last such day up to the day after the reference day, which it is already in the east; 29
   * February may lie eight years back. The log's time zone is not known, and that of this machine
   * takes as long to load as a thousand lines to read.
   */
  private boolean lastBefore(int month, int day) {
    if (referenceDay == null) {
      referenceDay = LocalDate.ofInstant(reference, ZoneOffset.UTC);
    }
    int year = referenceDay.getYear();
    for (int y = year; y >= year - LEAP_YEARS; y--) {
      if (day(y, month, day) && lastDay <= referenceDay.toEpochDay() + 1) {
        return true;
      }
    }
    return false;
  }

  private static int year(byte[] b, int i) {
    int high = Bytes.twoDigits(b, i);
    int low = Bytes.twoDigits(b, i + 2);
    return high < 19 || high > 20 || low < 0 ? -1 : high * 100 + low;
  }

  private static int month(byte[] b, int i) {
    for (int m = 0; m < 12; m++) {
      if (Bytes.lower(b[i]) == MONTH_BYTES[3 * m]
          && Bytes.lower(b[i + 1]) == MONTH_BYTES[3 * m + 1]
          && Bytes.lower(b[i + 2]) == MONTH_BYTES[3 * m + 2]) {
        return m + 1;
      }
    }
    return 0;
  }
}
