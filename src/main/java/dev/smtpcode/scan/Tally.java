package dev.smtpcode.scan;

import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.log.Bytes;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of delivery events. A value that merges: {@link #merge} with the tally of what follows
 * gives the tally of both. Memory is bounded: what there is an unknown number of (domains, relays,
 * recipients) is exact up to {@link #MAX_KEYS} keys, and beyond it too low by a bound that is kept.
 */
final class Tally {
  /** Distinct keys of a top list that are counted exactly. */
  static final int MAX_KEYS = 1 << 16;

  /** Dead addresses that are listed, the first that are met; {@link KeyTable#error} counts on. */
  static final int MAX_RECIPIENTS = 1 << 18;

  private static final int MAX_ROWS = 1 << 13;

  /** Hours that are listed, the latest that are met. */
  static final int MAX_HOURS = 1 << 14;

  private static final int MAX_SAMPLE = 600;
  private static final long MILLIS_AN_HOUR = 3_600_000L;
  private static final int OUTCOME_BITS = 3;

  /** What is counted beyond what every summary needs. */
  record Wants(boolean relays, boolean recipients) {}

  private final Wants wants;

  long lines;
  long bytes;
  long cutLines;
  final long[] outcomes = new long[Outcome.count()];
  private final Map<String, Long> formats = new TreeMap<>();
  private String lastFormat;
  private long lastFormatCount;
  private final List<TallyRow> rows = new ArrayList<>();
  private TallyRow[] rowIndex = new TallyRow[1 << 8];

  /** Keys with the number of a kind and an outcome. */
  final KeyTable domains = new KeyTable();

  final KeyTable relays = new KeyTable();
  final KeyTable providers = new KeyTable();

  /** The bytes of the ids met so far. */
  private final Map<String, byte[]> providerKeys = new HashMap<>();

  /** Addresses that must not be written to again, with the number of a kind. */
  final KeyTable recipients = new KeyTable(true);

  private final TreeMap<Long, long[]> hours = new TreeMap<>();
  private long lastHour = Long.MIN_VALUE;
  private long[] lastHourCounts;
  long untimed;
  long firstTime = Long.MAX_VALUE;
  long lastTime = Long.MIN_VALUE;
  final MessageSketch messages = new MessageSketch();
  long unqueued;

  Tally(Wants wants) {
    this.wants = wants;
  }

  static Kind kindOf(int tag) {
    return Kind.numbered(tag >> OUTCOME_BITS);
  }

  static Outcome outcomeOf(int tag) {
    return Outcome.at(tag & (1 << OUTCOME_BITS) - 1);
  }

  List<TallyRow> rows() {
    return rows;
  }

  Map<Long, long[]> hours() {
    return hours;
  }

  Map<String, Long> formats() {
    countFormat();
    return formats;
  }

  /**
   * Counts an event.
   *
   * @param provider id, or null
   */
  void add(LogEvent e, Kind kind, String provider) {
    Outcome outcome = e.outcome();
    outcomes[outcome.ordinal()]++;
    if (!e.format().equals(lastFormat)) {
      countFormat();
      lastFormat = e.format();
    }
    lastFormatCount++;
    TallyRow row = row(outcome, e.reply(), e.enhanced(), kind);
    row.count++;
    if (row.sample == null) {
      sample(row, e);
    }
    int tag = kind.number() << OUTCOME_BITS | outcome.ordinal();
    if (e.domainTo() > e.domainFrom()) {
      domains.add(e.buf(), e.domainFrom(), e.domainTo(), tag, 1);
    }
    if (provider != null) {
      provider(provider, tag);
    }
    if (wants.relays || wants.recipients) {
      wanted(e, kind, tag);
    }
    time(e, outcome);
    if (e.queueTo() > e.queueFrom() && outcome.ordinal() <= Outcome.REJECTED.ordinal()) {
      if (outcome != Outcome.REJECTED) {
        messages.add(
            e.buf(),
            e.queueFrom(),
            e.queueTo(),
            e.recipientFrom(),
            e.recipientTo(),
            MessageSketch.flag(outcome, e.expired()));
      }
    } else {
      unqueued++;
    }
  }

  private static void sample(TallyRow row, LogEvent e) {
    row.sample = Arrays.copyOfRange(e.buf(), e.textFrom(), sampleEnd(e));
    row.sampleRecipient = copy(e, e.recipientFrom(), e.recipientTo(), KeyTable.MAX_KEY);
    row.sampleDomain = copy(e, e.domainFrom(), e.domainTo(), KeyTable.MAX_KEY);
  }

  /** A long text is cut between words: no part of an address is left that redaction would miss. */
  private static int sampleEnd(LogEvent e) {
    int end = e.textTo();
    if (end - e.textFrom() > MAX_SAMPLE) {
      end = e.textFrom() + MAX_SAMPLE;
      while (end > e.textFrom() && !isBetween(e.buf()[end])) {
        end--;
      }
    }
    return end;
  }

  private static boolean isBetween(byte c) {
    return c >= 0 && c <= ' ' || c == ',' || c == ';';
  }

  private static byte[] copy(LogEvent e, int from, int to, int most) {
    return Arrays.copyOfRange(e.buf(), from, Math.min(to, from + most));
  }

  /** Counts what not every summary needs. */
  private void wanted(LogEvent e, Kind kind, int tag) {
    byte[] b = e.buf();
    if (wants.relays && e.relayTo() > e.relayFrom()) {
      relays.add(b, e.relayFrom(), e.relayTo(), tag, 1);
    }
    boolean dead = e.outcome() == Outcome.COMPLAINT || kind.verdict() == Verdict.HARD;
    // a bare name is no address
    if (wants.recipients
        && dead
        && e.outcome() != Outcome.REJECTED // a guess at an address here, by whoever tried it
        && Bytes.indexOf(b, e.recipientFrom(), e.recipientTo(), '@') >= 0) {
      recipients.add(b, e.recipientFrom(), e.recipientTo(), tag, 1, e.time());
    }
  }

  private void provider(String id, int tag) {
    byte[] b = providerKeys.get(id);
    if (b == null) {
      b = id.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      providerKeys.put(id, b);
    }
    providers.add(b, 0, b.length, tag, 1);
  }

  private void countFormat() {
    if (lastFormat != null && lastFormatCount > 0) {
      formats.merge(lastFormat, lastFormatCount, Long::sum);
    }
    lastFormatCount = 0;
  }

  private void time(LogEvent e, Outcome outcome) {
    long time = e.time();
    if (time == LogEvent.NO_TIME) {
      untimed++;
      return;
    }
    firstTime = Math.min(firstTime, time);
    lastTime = Math.max(lastTime, time);
    if (lastHourCounts == null || time < lastHour || time >= lastHour + MILLIS_AN_HOUR) {
      long hour = Math.floorDiv(time, MILLIS_AN_HOUR);
      lastHour = hour * MILLIS_AN_HOUR;
      lastHourCounts = hour(hour);
    }
    lastHourCounts[outcome.ordinal()]++;
  }

  /**
   * The counts of an hour. Where there are too many hours the earliest goes: those that stay are
   * the same, and complete, in whatever order hours come.
   */
  private long[] hour(long hour) {
    long[] counts = hours.get(hour);
    if (counts == null) {
      counts = new long[Outcome.count()];
      hours.put(hour, counts);
      if (hours.size() > MAX_HOURS) {
        hours.pollFirstEntry();
      }
    }
    return counts;
  }

  private TallyRow row(Outcome outcome, int reply, int enhanced, Kind kind) {
    int hash = hash(outcome, reply, enhanced);
    int mask = rowIndex.length - 1;
    int slot = hash & mask;
    for (TallyRow r = rowIndex[slot]; r != null; r = rowIndex[slot]) {
      if (r.kind == kind && r.reply == reply && r.enhanced == enhanced && r.outcome == outcome) {
        return r;
      }
      slot = slot + 1 & mask;
    }
    if (rows.size() >= MAX_ROWS && (reply != 0 || enhanced != 0)) {
      return row(outcome, 0, 0, kind);
    }
    TallyRow row = new TallyRow(outcome, reply, enhanced, kind);
    rows.add(row);
    rowIndex[slot] = row;
    if (rows.size() * 2 > rowIndex.length) {
      rowIndex = new TallyRow[rowIndex.length * 2];
      for (TallyRow r : rows) {
        int s = hash(r.outcome, r.reply, r.enhanced) & rowIndex.length - 1;
        while (rowIndex[s] != null) {
          s = s + 1 & rowIndex.length - 1;
        }
        rowIndex[s] = r;
      }
    }
    return row;
  }

  private static int hash(Outcome outcome, int reply, int enhanced) {
    int h = (reply * 8 + outcome.ordinal()) * 0x9e3779b9 ^ enhanced * 0x85ebca6b;
    return h ^ h >>> 15;
  }

  /** Adds the tally of what follows this one. */
  void merge(Tally next) {
    lines += next.lines;
    bytes += next.bytes;
    cutLines += next.cutLines;
    untimed += next.untimed;
    unqueued += next.unqueued;
    firstTime = Math.min(firstTime, next.firstTime);
    lastTime = Math.max(lastTime, next.lastTime);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += next.outcomes[i];
    }
    next.countFormat();
    for (Map.Entry<String, Long> e : next.formats.entrySet()) {
      formats.merge(e.getKey(), e.getValue(), Long::sum);
    }
    for (TallyRow r : next.rows) {
      if (r.count == 0) {
        continue; // of a block before
      }
      TallyRow mine = row(r.outcome, r.reply, r.enhanced, r.kind);
      mine.count += r.count;
      if (mine.sample == null) {
        mine.sample = r.sample;
        mine.sampleRecipient = r.sampleRecipient;
        mine.sampleDomain = r.sampleDomain;
      }
    }
    merge(domains, next.domains);
    merge(relays, next.relays);
    merge(providers, next.providers);
    // one address is as dead as another: those that came first stay, however rare
    recipients.merge(next.recipients, MAX_RECIPIENTS);
    for (Map.Entry<Long, long[]> e : next.hours.entrySet()) {
      long[] mine = hour(e.getKey());
      for (int i = 0; i < mine.length; i++) {
        mine[i] += e.getValue()[i];
      }
    }
    messages.merge(next.messages);
  }

  private static void merge(KeyTable mine, KeyTable next) {
    mine.merge(next);
    mine.prune(MAX_KEYS);
  }

  /**
   * Makes it ready for the next block. Rows stay, with counts of zero and their samples: the tally
   * that this one was merged into has a sample of each.
   */
  void clear(int messageLevel) {
    lines = 0;
    bytes = 0;
    cutLines = 0;
    untimed = 0;
    unqueued = 0;
    firstTime = Long.MAX_VALUE;
    lastTime = Long.MIN_VALUE;
    Arrays.fill(outcomes, 0);
    formats.clear();
    lastFormat = null;
    lastFormatCount = 0;
    for (TallyRow r : rows) {
      r.count = 0;
    }
    domains.clear();
    relays.clear();
    providers.clear();
    recipients.clear();
    hours.clear();
    lastHourCounts = null;
    messages.clear();
    messages.atLeast(messageLevel);
  }
}
