package dev.smtpcode.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tally is a value that merges")
class TallyTest {
  private static final Kind[] KINDS = {
    Kind.of("user-unknown", Verdict.HARD, "suppress"),
    Kind.of("greylisted", Verdict.SOFT, "retry"),
    Kind.of("blocklisted", Verdict.BLOCK, "request-delisting")
  };
  private static final Tally.Wants ALL = new Tally.Wants(true, true);

  private record Event(DeliveryEvent event, Kind kind, String provider, long time, String queue) {
    void addTo(Tally tally) {
      LogEvent e = new LogEvent();
      e.load(event, time, LogEvent.NO_OFFSET, queue);
      tally.add(e, kind, provider);
    }
  }

  private static Event event(Random r) {
    Outcome outcome = Outcome.at(r.nextInt(5));
    String domain = "d" + r.nextInt(40) + (r.nextBoolean() ? ".Example.com" : ".example.com");
    String recipient = "u" + r.nextInt(20) + "@" + domain;
    String reply = outcome.failed() ? new String[] {"550", "451", null}[r.nextInt(3)] : "250";
    String enhanced =
        outcome.failed() ? new String[] {"5.1.1", "4.7.1", null}[r.nextInt(3)] : "2.0.0";
    Kind kind =
        outcome.failed()
            ? KINDS[r.nextInt(3)]
            : outcome == Outcome.COMPLAINT ? Kind.COMPLAINT : Kind.NONE;
    DeliveryEvent e =
        new DeliveryEvent(
            "s",
            1,
            null,
            r.nextBoolean() ? "postfix" : "exim",
            outcome,
            reply,
            enhanced,
            null,
            null,
            null,
            null,
            recipient,
            domain,
            "mx" + r.nextInt(9),
            "text " + r.nextInt());
    return new Event(
        e,
        kind,
        r.nextBoolean() ? "gmail" : null,
        r.nextInt(10) == 0 ? LogEvent.NO_TIME : r.nextInt(100) * 3_600_000L,
        r.nextInt(5) == 0 ? null : "Q" + r.nextInt(60));
  }

  private static Tally tally(List<Event> events) {
    Tally t = new Tally(ALL);
    for (Event e : events) {
      e.addTo(t);
      t.lines++;
    }
    return t;
  }

  @Test
  @DisplayName(
      "the tally of the parts of a log, merged, is the tally of the whole, wherever it is cut")
  void merges() {
    for (int round = 0; round < 60; round++) {
      Random r = new Random(round);
      List<Event> events = new ArrayList<>();
      for (int i = r.nextInt(400); i >= 0; i--) {
        events.add(event(r));
      }
      Tally merged = new Tally(ALL);
      Tally part = new Tally(ALL);
      for (int from = 0; from < events.size(); ) {
        int to = Math.min(events.size(), from + 1 + r.nextInt(90));
        part.clear(merged.messages.level());
        for (Event e : events.subList(from, to)) {
          e.addTo(part);
          part.lines++;
        }
        merged.merge(part);
        from = to;
      }
      assertEquals(facts(tally(events)), facts(merged), "round " + round);
    }
  }

  @Test
  @DisplayName("of too many hours the latest stay, complete, wherever the log is cut")
  void hours() {
    Random r = new Random(3);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 3 * Tally.MAX_HOURS; i++) {
      Event e = event(r);
      long time = r.nextInt(2 * Tally.MAX_HOURS) * 3_600_000L;
      events.add(new Event(e.event(), e.kind(), e.provider(), time, null));
    }
    Tally whole = tally(events);
    Tally merged = new Tally(ALL);
    for (int from = 0; from < events.size(); from += 5_000) {
      merged.merge(tally(events.subList(from, Math.min(events.size(), from + 5_000))));
    }
    assertEquals(Tally.MAX_HOURS, whole.hours().size());
    assertEquals(facts(whole).get("hours"), facts(merged).get("hours"));
    ScanRequest request =
        new ScanRequest(List.of("-"), null, 1, TimeRange.ALWAYS, Filter.ALL, 10, null, false, null);
    Summary summary =
        SummaryMaker.make(whole, request, new Summary.Sources(1, List.of()), List.of(), false);
    long listed = 0;
    for (long[] counts : whole.hours().values()) {
      listed += java.util.Arrays.stream(counts).sum();
    }
    assertEquals(events.size() - listed, summary.beforeHours());
    assertTrue(summary.beforeHours() > 0);
  }

  @Test
  @DisplayName("a sample that is too long ends between words, wherever an address stands")
  void longSample() {
    for (int i = 560; i <= 620; i++) {
      String text = "x".repeat(300) + " ".repeat(i - 300) + "carol.secret@mail.example is full";
      DeliveryEvent e =
          new DeliveryEvent(
              "s",
              1,
              null,
              "postfix",
              Outcome.BOUNCED,
              "552",
              null,
              null,
              null,
              null,
              null,
              "carol.secret@mail.example",
              "mail.example",
              null,
              text);
      Tally tally = tally(List.of(new Event(e, KINDS[0], null, 0, null)));
      String sample =
          new String(tally.rows().get(0).sample, java.nio.charset.StandardCharsets.UTF_8);
      boolean whole = sample.contains("carol.secret@mail.example");
      assertTrue(whole || !sample.contains("c"), sample);
    }
  }

  @Test
  @DisplayName("merging does not depend on which comes first")
  void commutes() {
    Random r = new Random(11);
    List<Event> a = new ArrayList<>();
    List<Event> b = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      a.add(event(r));
      b.add(event(r));
    }
    Tally ab = tally(a);
    ab.merge(tally(b));
    Tally ba = tally(b);
    ba.merge(tally(a));
    assertEquals(facts(ab), facts(ba));
  }

  @Test
  @DisplayName("with more keys than are kept, no count is too low by more than the stated error")
  void error() {
    KeyTable whole = new KeyTable();
    int max = 1000;
    Random r = new Random(5);
    long[] truth = new long[20_000];
    for (int part = 0; part < 40; part++) {
      KeyTable table = new KeyTable();
      for (int i = 0; i < 5000; i++) {
        int key = (int) (Math.abs(r.nextGaussian()) * 3000) % truth.length;
        truth[key]++;
        byte[] name = ("k" + key + "        ").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        table.add(name, 0, name.length - 8, 0, 1);
      }
      whole.merge(table);
      whole.prune(max);
    }
    assertTrue(whole.size() <= max);
    assertTrue(whole.error() > 0);
    for (int i = 0; i < whole.size(); i++) {
      int key =
          Integer.parseInt(
              new String(whole.key(i), java.nio.charset.StandardCharsets.US_ASCII).substring(1));
      assertTrue(whole.count(i) <= truth[key]);
      assertTrue(
          whole.count(i) + whole.error() >= truth[key],
          key + ": " + whole.count(i) + " of " + truth[key]);
    }
  }

  @Test
  @DisplayName("a full table of addresses keeps those that came first, and counts the rest")
  void full() {
    KeyTable whole = new KeyTable(true);
    for (int part = 0; part < 3; part++) {
      KeyTable table = new KeyTable(true);
      for (int i = part * 50; i < part * 50 + 100; i++) {
        byte[] name = ("k" + i + "        ").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        table.add(name, 0, name.length - 8, 0, 1, i);
      }
      whole.merge(table, 120);
    }
    assertEquals(120, whole.size());
    assertEquals("k119", new String(whole.key(119), java.nio.charset.StandardCharsets.US_ASCII));
    assertEquals(300, whole.error() + count(whole));
  }

  private static long count(KeyTable table) {
    long n = 0;
    for (int i = 0; i < table.size(); i++) {
      n += table.count(i);
    }
    return n;
  }

  /** What a tally holds, as plain maps that can be compared. */
  private static Map<String, Object> facts(Tally t) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lines", t.lines);
    all.put("outcomes", Arrays.toString(t.outcomes));
    Map<String, Long> byRow = new TreeMap<>();
    for (TallyRow r : t.rows()) {
      if (r.count > 0) {
        byRow.merge(
            r.outcome + " " + r.reply + " " + r.enhanced + " " + r.kind, r.count, Long::sum);
      }
    }
    all.put("rows", byRow);
    for (KeyTable k : new KeyTable[] {t.domains, t.relays, t.providers, t.recipients}) {
      Map<String, Long> keys = new TreeMap<>();
      for (int i = 0; i < k.size(); i++) {
        keys.put(
            new String(k.key(i), java.nio.charset.StandardCharsets.ISO_8859_1)
                + " "
                + Tally.kindOf(k.tag(i))
                + " "
                + Tally.outcomeOf(k.tag(i)),
            k.count(i));
      }
      all.put("keys" + all.size(), keys);
    }
    Map<Long, String> byHour = new TreeMap<>();
    t.hours().forEach((h, n) -> byHour.put(h, Arrays.toString(n)));
    all.put("hours", byHour);
    all.put("formats", new TreeMap<>(t.formats()));
    all.put("messages", t.messages.messages(t.unqueued));
    all.put("span", t.firstTime + " " + t.lastTime + " " + t.untimed + " " + t.unqueued);
    return all;
  }
}
