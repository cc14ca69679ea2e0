package dev.smtpcode.scan;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.scan.Summary.CauseCount;
import dev.smtpcode.scan.Summary.CodeCount;
import dev.smtpcode.scan.Summary.DomainCount;
import dev.smtpcode.scan.Summary.Group;
import dev.smtpcode.scan.Summary.GroupRow;
import dev.smtpcode.scan.Summary.HourCount;
import dev.smtpcode.scan.Summary.KeyCount;
import dev.smtpcode.scan.Summary.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a summary of a tally: adds up, sorts and cuts top lists. */
final class SummaryMaker {
  private static final int SHOWN_PER_CAUSE = 5;
  private static final long MILLIS_AN_HOUR = 3_600_000L;
  private static final int HOUR_TEXT = "2026-11-23T05".length();
  private static final int DAY_TEXT = "2026-11-23".length();

  private final Tally tally;
  private final ScanRequest request;
  private final Redaction redaction;

  private SummaryMaker(Tally tally, ScanRequest request) {
    this.tally = tally;
    this.request = request;
    redaction = Redaction.of(request.redaction());
  }

  static Summary make(
      Tally tally,
      ScanRequest request,
      Summary.Sources sources,
      List<Message> unread,
      boolean partial) {
    return new SummaryMaker(tally, request).make(sources, unread, partial);
  }

  private Summary make(Summary.Sources sources, List<Message> unread, boolean partial) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < tally.outcomes.length; i++) {
      outcomes.put(Outcome.at(i), tally.outcomes[i]);
    }
    List<DomainCount> domains = domains();
    return new Summary(
        partial,
        request.top(),
        outcomes,
        causes(),
        codes(),
        domains,
        top(keys(groups(tally.providers))),
        group(domains),
        messages(),
        span(),
        hours(),
        new TreeMap<>(tally.formats()),
        new Summary.Input(
            sources.opened(),
            tally.lines,
            tally.bytes,
            tally.cutLines,
            tally.untimed,
            unread,
            sources.silent()),
        Math.max(tally.domains.error(), tally.relays.error()),
        request.suppress() ? suppressed() : null,
        tally.recipients.error());
  }

  private <T> List<T> top(List<T> all) {
    return List.copyOf(all.subList(0, Math.min(all.size(), request.top())));
  }

  private static Map<Outcome, Long> outcomeMap() {
    return new EnumMap<>(Outcome.class);
  }

  private static String reply(int code) {
    return code == 0 ? null : Integer.toString(code);
  }

  private String text(byte[] b) {
    return new String(b, StandardCharsets.UTF_8);
  }

  private Sample sample(TallyRow row) {
    if (row.sample == null || row.sample.length == 0) {
      return null;
    }
    byte[] shown =
        redaction == null
            ? row.sample
            : redaction.text(row.sample, 0, row.sample.length, row.sampleRecipient);
    return new Sample(text(shown), row.sampleDomain.length == 0 ? null : text(row.sampleDomain));
  }

  /** Rows in an order that does not depend on how they were counted. */
  private List<TallyRow> rows() {
    List<TallyRow> rows = new ArrayList<>();
    for (TallyRow r : tally.rows()) {
      if (r.count > 0) {
        rows.add(r);
      }
    }
    rows.sort(
        Comparator.comparingLong((TallyRow r) -> -r.count)
            .thenComparing(r -> r.outcome)
            .thenComparingInt(r -> r.reply)
            .thenComparingInt(r -> r.enhanced)
            .thenComparing(r -> String.valueOf(r.kind)));
    return rows;
  }

  private static String code(TallyRow r) {
    String enhanced = EnhancedCode.text(r.enhanced);
    if (r.reply == 0) {
      return enhanced;
    }
    return enhanced == null ? reply(r.reply) : reply(r.reply) + " " + enhanced;
  }

  private List<CauseCount> causes() {
    Map<Kind, List<TallyRow>> byKind = new HashMap<>();
    for (TallyRow r : rows()) {
      if (r.outcome.failed()) {
        byKind.computeIfAbsent(r.kind, k -> new ArrayList<>()).add(r);
      }
    }
    Map<Kind, Map<String, Long>> domains = new HashMap<>();
    for (int i = 0; i < tally.domains.size(); i++) {
      int tag = tally.domains.tag(i);
      if (Tally.outcomeOf(tag).failed()) {
        domains
            .computeIfAbsent(Tally.kindOf(tag), k -> new HashMap<>())
            .merge(text(tally.domains.key(i)), tally.domains.count(i), Long::sum);
      }
    }
    List<CauseCount> causes = new ArrayList<>();
    byKind.forEach(
        (kind, rows) -> {
          long count = 0;
          Map<Outcome, Long> outcomes = outcomeMap();
          Map<String, Long> codes = new HashMap<>();
          Sample sample = null;
          for (TallyRow r : rows) {
            count += r.count;
            outcomes.merge(r.outcome, r.count, Long::sum);
            if (code(r) != null) {
              codes.merge(code(r), r.count, Long::sum);
            }
            sample = sample == null ? sample(r) : sample;
          }
          causes.add(
              new CauseCount(
                  kind.cause(),
                  kind.verdict().id(),
                  kind.action(),
                  count,
                  outcomes,
                  most(codes, SHOWN_PER_CAUSE),
                  most(domains.getOrDefault(kind, Map.of()), SHOWN_PER_CAUSE),
                  sample));
        });
    causes.sort(
        Comparator.comparingLong((CauseCount c) -> -c.count())
            .thenComparing(c -> String.valueOf(c.cause()))
            .thenComparing(CauseCount::verdict)
            .thenComparing(CauseCount::action));
    return causes;
  }

  private static List<KeyCount> most(Map<String, Long> counts, int n) {
    List<KeyCount> all = new ArrayList<>();
    for (Map.Entry<String, Long> e : counts.entrySet()) {
      all.add(new KeyCount(e.getKey(), e.getValue()));
    }
    all.sort(Comparator.comparingLong((KeyCount k) -> -k.count()).thenComparing(KeyCount::key));
    return List.copyOf(all.subList(0, Math.min(n, all.size())));
  }

  private List<CodeCount> codes() {
    Map<String, CodeCount> byCode = new HashMap<>();
    for (TallyRow r : rows()) {
      if (!r.outcome.failed()) {
        continue;
      }
      String key = String.valueOf(code(r));
      CodeCount before = byCode.get(key);
      byCode.put(
          key,
          before == null
              ? new CodeCount(
                  reply(r.reply), EnhancedCode.text(r.enhanced), r.count, r.kind.cause(), sample(r))
              : new CodeCount(
                  before.reply(),
                  before.enhanced(),
                  before.count() + r.count,
                  before.cause(),
                  before.sample()));
    }
    List<CodeCount> codes = new ArrayList<>(byCode.values());
    codes.sort(
        Comparator.comparingLong((CodeCount c) -> -c.count())
            .thenComparing(c -> String.valueOf(c.reply()))
            .thenComparing(c -> String.valueOf(c.enhanced())));
    return request.by() == GroupBy.CODE ? codes : top(codes);
  }

  /** The domains with the most failures; details are put together for these alone. */
  private List<DomainCount> domains() {
    Map<String, long[]> failures = new HashMap<>();
    KeyTable t = tally.domains;
    for (int i = 0; i < t.size(); i++) {
      if (Tally.outcomeOf(t.tag(i)).failed()) {
        failures.computeIfAbsent(text(t.key(i)), k -> new long[1])[0] += t.count(i);
      }
    }
    Comparator<Map.Entry<String, long[]>> mostFirst =
        Comparator.comparingLong((Map.Entry<String, long[]> e) -> -e.getValue()[0])
            .thenComparing(Map.Entry::getKey);
    List<Map.Entry<String, long[]>> sorted = new ArrayList<>(failures.entrySet());
    sorted.sort(mostFirst);
    List<String> most = new ArrayList<>();
    Map<String, Map<Outcome, Long>> outcomes = new HashMap<>();
    Map<String, Map<String, Long>> causes = new HashMap<>();
    for (Map.Entry<String, long[]> e : top(sorted)) {
      String domain = e.getKey();
      most.add(domain);
      outcomes.put(domain, outcomeMap());
      causes.put(domain, new HashMap<>());
    }
    for (int i = 0; i < t.size(); i++) {
      String domain = text(t.key(i));
      Map<Outcome, Long> counts = outcomes.get(domain);
      if (counts != null) {
        counts.merge(Tally.outcomeOf(t.tag(i)), t.count(i), Long::sum);
        String cause = Tally.kindOf(t.tag(i)).cause();
        if (cause != null) {
          causes.get(domain).merge(cause, t.count(i), Long::sum);
        }
      }
    }
    List<DomainCount> domains = new ArrayList<>();
    for (String domain : most) {
      List<KeyCount> cause = most(causes.get(domain), 1);
      domains.add(
          new DomainCount(
              domain,
              failures.get(domain)[0],
              outcomes.get(domain),
              cause.isEmpty() ? null : cause.get(0).key()));
    }
    return domains;
  }

  /** What became of messages; where it is estimated, no more of them than attempts that say so. */
  private Summary.Messages messages() {
    Summary.Messages m = tally.messages.messages(tally.unqueued);
    long tooMany = Math.max(0, m.deferred() - tally.outcomes[Outcome.DEFERRED.ordinal()]);
    return new Summary.Messages(
        m.all(),
        m.delivered(),
        m.deferred() - tooMany,
        m.deferredThenDelivered(),
        m.deferredThenBounced(),
        Math.max(0, m.stillDeferred() - tooMany),
        m.expired(),
        m.sampled(),
        m.unknown());
  }

  private List<GroupRow> groups(KeyTable t) {
    Map<String, Map<Outcome, Long>> all = new HashMap<>();
    for (int i = 0; i < t.size(); i++) {
      all.computeIfAbsent(text(t.key(i)), k -> outcomeMap())
          .merge(Tally.outcomeOf(t.tag(i)), t.count(i), Long::sum);
    }
    return sorted(all);
  }

  private static List<GroupRow> sorted(Map<String, Map<Outcome, Long>> all) {
    List<GroupRow> rows = new ArrayList<>();
    all.forEach(
        (key, outcomes) -> rows.add(new GroupRow(key, Summary.failures(outcomes), outcomes)));
    rows.sort(Comparator.comparingLong((GroupRow r) -> -r.failures()).thenComparing(GroupRow::key));
    return rows;
  }

  private static List<KeyCount> keys(List<GroupRow> rows) {
    List<KeyCount> keys = new ArrayList<>();
    for (GroupRow r : rows) {
      if (r.failures() > 0) {
        keys.add(new KeyCount(r.key(), r.failures()));
      }
    }
    return keys;
  }

  private Group group(List<DomainCount> domains) {
    if (request.by() == null) {
      return null;
    }
    List<GroupRow> rows =
        switch (request.by()) {
          case CAUSE -> byCause();
          case CODE -> byCode();
          case DOMAIN ->
              domains.stream()
                  .map(d -> new GroupRow(d.domain(), d.failures(), d.outcomes()))
                  .toList();
          case PROVIDER -> groups(tally.providers);
          case RELAY -> groups(tally.relays);
          case HOUR -> byTime(HOUR_TEXT);
          case DAY -> byTime(DAY_TEXT);
        };
    boolean inTime = request.by() == GroupBy.HOUR || request.by() == GroupBy.DAY;
    List<GroupRow> shown = inTime ? rows : top(rows);
    // of domains only those shown are put together, so that the rest is what is missing of all
    long others = request.by() == GroupBy.DOMAIN ? allFailures() : sum(rows);
    others -= sum(shown);
    return new Group(request.by(), shown, others);
  }

  private static long sum(List<GroupRow> rows) {
    return rows.stream().mapToLong(GroupRow::failures).sum();
  }

  private long allFailures() {
    long n = 0;
    for (int i = 0; i < tally.outcomes.length; i++) {
      n += Outcome.at(i).failed() ? tally.outcomes[i] : 0;
    }
    return n;
  }

  private List<GroupRow> byCause() {
    Map<String, Map<Outcome, Long>> all = new HashMap<>();
    for (TallyRow r : rows()) {
      String cause = r.kind.cause();
      if (cause != null) {
        all.computeIfAbsent(cause, k -> outcomeMap()).merge(r.outcome, r.count, Long::sum);
      }
    }
    return sorted(all);
  }

  private List<GroupRow> byCode() {
    Map<String, Map<Outcome, Long>> all = new HashMap<>();
    for (TallyRow r : rows()) {
      if (r.outcome.failed() && code(r) != null) {
        all.computeIfAbsent(code(r), k -> outcomeMap()).merge(r.outcome, r.count, Long::sum);
      }
    }
    return sorted(all);
  }

  private List<GroupRow> byTime(int length) {
    Map<String, Map<Outcome, Long>> all = new TreeMap<>();
    for (HourCount h : hours()) {
      Map<Outcome, Long> counts =
          all.computeIfAbsent(h.hour().substring(0, length), k -> outcomeMap());
      h.outcomes().forEach((o, n) -> counts.merge(o, n, Long::sum));
    }
    List<GroupRow> rows = new ArrayList<>();
    all.forEach(
        (key, outcomes) -> rows.add(new GroupRow(key, Summary.failures(outcomes), outcomes)));
    return rows;
  }

  private Summary.Span span() {
    return tally.lastTime == Long.MIN_VALUE
        ? null
        : new Summary.Span(time(tally.firstTime), time(tally.lastTime));
  }

  private static String time(long millis) {
    return LogTime.text(millis, LogEvent.NO_OFFSET);
  }

  private List<HourCount> hours() {
    List<HourCount> hours = new ArrayList<>();
    new TreeMap<>(tally.hours())
        .forEach(
            (hour, counts) -> {
              Map<Outcome, Long> outcomes = outcomeMap();
              for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                  outcomes.put(Outcome.at(i), counts[i]);
                }
              }
              hours.add(
                  new HourCount(time(hour * MILLIS_AN_HOUR).substring(0, HOUR_TEXT), outcomes));
            });
    return hours;
  }

  private List<Summary.Suppressed> suppressed() {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, String> causes = new HashMap<>();
    Map<String, Long> seen = new HashMap<>();
    KeyTable t = tally.recipients;
    for (int i = 0; i < t.size(); i++) {
      String address = new String(t.key(i), StandardCharsets.ISO_8859_1);
      counts.merge(address, t.count(i), Long::sum);
      seen.merge(address, t.time(i), Math::max);
      Kind kind = Tally.kindOf(t.tag(i));
      String cause = kind.cause() == null ? Outcome.COMPLAINT.id() : kind.cause();
      causes.merge(address, cause, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    List<Summary.Suppressed> all = new ArrayList<>();
    counts.forEach(
        (address, n) -> {
          long last = seen.get(address);
          byte[] bytes = address.getBytes(StandardCharsets.ISO_8859_1);
          String shown =
              text(redaction == null ? bytes : redaction.address(bytes, 0, bytes.length));
          all.add(
              new Summary.Suppressed(
                  shown, causes.get(address), last == LogEvent.NO_TIME ? null : time(last), n));
        });
    return all;
  }
}
