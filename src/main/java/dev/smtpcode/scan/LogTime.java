package dev.smtpcode.scan;

import dev.smtpcode.log.LogEvent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time of an event as text. */
final class LogTime {
  private LogTime() {}

  /** ISO 8601 to the second, with the offset where one is known. */
  static String text(long time, int offset) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(Math.floorDiv(time, 1000L), 0, ZoneOffset.UTC);
    String text = at.toString();
    if (text.length() == 16) {
      text += ":00";
    }
    if (offset == LogEvent.NO_OFFSET) {
      return text;
    }
    return offset == 0 ? text + "Z" : text + ZoneOffset.ofTotalSeconds(offset * 60).getId();
  }
}
