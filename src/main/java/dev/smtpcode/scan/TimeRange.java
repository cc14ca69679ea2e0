package dev.smtpcode.scan;

import dev.smtpcode.log.LogEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * From when to when events count; the end is outside. Stamps without an offset are read on the
 * clock of {@code zone}.
 *
 * @param from milliseconds since 1970
 * @param to milliseconds since 1970
 */
public record TimeRange(long from, long to, ZoneId zone) {
  private static final long MILLIS_A_MINUTE = 60_000L;

  /** All of time. */
  public static final TimeRange ALWAYS =
      new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE, ZoneOffset.UTC);

  /**
   * Reads the bounds as a user gives them: {@code 2026-11-23}, {@code 2026-11-23 05:50}, RFC 3339,
   * {@code -1h} (also s, m, d, w), {@code now}, {@code today}, {@code yesterday}. A day as the end
   * includes it.
   *
   * @param since null for none
   * @param until null for none
   * @throws IllegalArgumentException with the text that cannot be read
   */
  public static TimeRange of(String since, String until, ZonedDateTime now) {
    return new TimeRange(
        since == null ? Long.MIN_VALUE : instant(since, now, false),
        until == null ? Long.MAX_VALUE : instant(until, now, true),
        now.getZone());
  }

  private static long instant(String text, ZonedDateTime now, boolean end) {
    String t = text.strip().toLowerCase(Locale.ROOT);
    LocalDate day =
        switch (t) {
          case "today" -> now.toLocalDate();
          case "yesterday" -> now.toLocalDate().minusDays(1);
          default -> null;
        };
    if (t.equals("now")) {
      return now.toInstant().toEpochMilli();
    }
    try {
      if (t.startsWith("-") && t.length() > 2) {
        long n = Long.parseLong(t.substring(1, t.length() - 1));
        return now.toInstant().minus(unit(t.charAt(t.length() - 1)).multipliedBy(n)).toEpochMilli();
      }
      if (day == null && t.length() == 10) {
        day = LocalDate.parse(t);
      }
      if (day != null) {
        return (end ? day.plusDays(1) : day).atStartOfDay(now.getZone()).toInstant().toEpochMilli();
      }
      String iso = text.strip().replace(' ', 'T');
      boolean offset =
          iso.endsWith("Z")
              || iso.endsWith("z")
              || iso.lastIndexOf('+') > 10
              || iso.lastIndexOf('-') > 10;
      Instant at =
          offset
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).atZone(now.getZone()).toInstant();
      return at.toEpochMilli();
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Duration unit(char c) {
    return switch (c) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      case 'w' -> Duration.ofDays(7);
      default -> throw new NumberFormatException("unit");
    };
  }

  /** Whether there are no bounds. */
  boolean always() {
    return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
  }

  /** Whether a time is within; one that is not known is only where there are no bounds. */
  boolean holds(long time, int offset) {
    if (always()) {
      return true;
    }
    if (time == LogEvent.NO_TIME) {
      return false;
    }
    long at =
        offset != LogEvent.NO_OFFSET
            ? time - offset * MILLIS_A_MINUTE
            : time
                - zone.getRules()
                        .getOffset(
                            LocalDateTime.ofEpochSecond(
                                Math.floorDiv(time, 1000L), 0, ZoneOffset.UTC))
                        .getTotalSeconds()
                    * 1000L;
    return at >= from && at < to;
  }
}
