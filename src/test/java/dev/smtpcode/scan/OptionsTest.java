package dev.smtpcode.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a user asks for: times, filters, limits")
class OptionsTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  private static String from(String since) {
    return Instant.ofEpochMilli(TimeRange.of(since, null, NOW).from()).toString();
  }

  private static String to(String until) {
    return Instant.ofEpochMilli(TimeRange.of(null, until, NOW).to()).toString();
  }

  @Test
  void times() {
    assertEquals("2026-11-24T10:00:00Z", from("-1h"));
    assertEquals("2026-11-17T11:00:00Z", from("-1w"));
    assertEquals("2026-11-22T23:00:00Z", from("yesterday"));
    assertEquals("2026-11-23T23:00:00Z", to("yesterday"));
    assertEquals("2026-11-22T23:00:00Z", from("2026-11-23"));
    assertEquals("2026-11-23T04:50:00Z", from("2026-11-23 05:50"));
    assertEquals("2026-11-23T05:50:01Z", from("2026-11-23T05:50:01Z"));
    assertEquals("2026-11-24T11:00:00Z", to("now"));
    for (String bad : new String[] {"soon", "-1x", "2026-13-01", "", "-", "23.11.2026"}) {
      assertThrows(IllegalArgumentException.class, () -> TimeRange.of(bad, null, NOW), bad);
    }
  }

  @Test
  @DisplayName("a stamp without offset is of the user's zone, one with offset is not")
  void offsets() {
    TimeRange range = TimeRange.of("2026-11-23T05:00:00Z", "2026-11-23T06:00:00Z", NOW);
    long half = Instant.parse("2026-11-23T06:30:00Z").toEpochMilli();
    assertTrue(range.holds(half, LogEvent.NO_OFFSET));
    assertTrue(range.holds(half, 60));
    assertFalse(range.holds(half, 0));
    assertFalse(range.holds(LogEvent.NO_TIME, LogEvent.NO_OFFSET));
    assertTrue(TimeRange.ALWAYS.holds(LogEvent.NO_TIME, LogEvent.NO_OFFSET));
  }

  private static LogEvent event() {
    LogEvent e = new LogEvent();
    e.load(
        new DeliveryEvent(
            "s",
            1,
            null,
            "postfix",
            Outcome.BOUNCED,
            "550",
            "5.7.26",
            null,
            null,
            null,
            null,
            "a@Mail.Example.com",
            "Mail.Example.com",
            null,
            "t"),
        0,
        0,
        null);
    return e;
  }

  private static boolean holds(List<String> domains, String... codes) {
    return new Filter(Set.of(), Set.of(), domains, Set.of(), List.of(codes))
        .holds(event(), Kind.of("policy", Verdict.BLOCK, "investigate"), "gmail");
  }

  @Test
  void filters() {
    assertTrue(holds(List.of("example.com")));
    assertTrue(holds(List.of("other.org", "MAIL.example.com")));
    assertFalse(holds(List.of("ample.com")));
    assertTrue(holds(List.of(), "5xx"));
    assertTrue(holds(List.of(), "5.7.x"));
    assertTrue(holds(List.of(), "451", "5.7.26"));
    assertFalse(holds(List.of(), "5.7.2"));
    assertFalse(holds(List.of(), "4xx"));
    Kind kind = Kind.of("policy", Verdict.BLOCK, "investigate");
    assertTrue(
        new Filter(Set.of(Outcome.BOUNCED), Set.of("policy"), List.of(), Set.of("gmail"), List.of())
            .holds(event(), kind, "gmail"));
    assertFalse(
        new Filter(Set.of(), Set.of(), List.of(), Set.of("gmail"), List.of())
            .holds(event(), kind, null));
  }

  @Test
  void limits() {
    assertEquals(new FailOn("hard", false, 2, true), FailOn.parse("hard>2%"));
    assertEquals(
        new FailOn("user-unknown", true, 100, false), FailOn.parse(" user-unknown >= 100 "));
    for (String bad : new String[] {"hard", "hard>", ">2", "hard<2", "hard>2%%", "hard>-1"}) {
      assertThrows(IllegalArgumentException.class, () -> FailOn.parse(bad), bad);
    }
  }

  @Test
  @DisplayName("log text in JSON: controls and direction marks escaped, broken UTF-8 replaced")
  void json() {
    byte[] b = "a\"\\\n\u001b[31m é \u202e \u0085 😀 ".getBytes(StandardCharsets.UTF_8);
    byte[] bad = java.util.Arrays.copyOf(b, b.length + 3);
    bad[b.length] = (byte) 0xc3;
    bad[b.length + 1] = (byte) 0xff;
    bad[b.length + 2] = (byte) 0xed;
    ByteOut out = new ByteOut();
    JsonText.put(out, bad, 0, bad.length);
    assertEquals(
        "\"a\\\"\\\\\\n\\u001b[31m é \\u202e \\u0085 😀 \ufffd\ufffd\ufffd\"",
        new String(out.room(0), 0, out.length(), StandardCharsets.UTF_8));
  }
}
