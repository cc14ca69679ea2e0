package dev.smtpcode.scan;

import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.LogEvent;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Events of bounce mails in the form of those of logs. */
final class MailEvents {
  private final LogEvent event = new LogEvent();

  LogEvent load(DeliveryEvent e) {
    long time = LogEvent.NO_TIME;
    int offset = LogEvent.NO_OFFSET;
    if (e.time() != null) {
      try {
        if (e.time().length() > 19) {
          OffsetDateTime at = OffsetDateTime.parse(e.time());
          offset = at.getOffset().getTotalSeconds() / 60;
          time = at.toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
        } else {
          time = LocalDateTime.parse(e.time()).toInstant(ZoneOffset.UTC).toEpochMilli();
        }
      } catch (DateTimeException unreadable) {
        time = LogEvent.NO_TIME;
      }
    }
    event.load(e, time, offset, null);
    return event;
  }

  Kind kind(DeliveryEvent e) {
    return Kind.of(
        e.cause(),
        e.verdict() == null ? Verdict.NONE : Verdict.of(e.verdict()),
        e.action() == null ? "none" : e.action());
  }
}
