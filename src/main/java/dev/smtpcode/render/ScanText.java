package dev.smtpcode.render;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A scan's summary for a terminal, most important first. */
public final class ScanText {
  private static final String INDENT = "     ";
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final String SPARKS = "▁▂▃▄▅▆▇█";
  private static final int BAR = 20;
  private static final int WIDE = 100;
  private static final int MAX_SAMPLE_LINES = 2;

  private final ScanWords words;
  private final Catalog catalog;
  private final int width;
  private final Style style;
  private final Wrap wrap;
  private final StringBuilder out = new StringBuilder();

  public ScanText(Messages messages, Catalog catalog, Display display) {
    words = new ScanWords(messages);
    this.catalog = catalog;
    width = display.width();
    style = new Style(display.color());
    wrap = new Wrap(display.unbroken());
  }

  public String summary(Summary s) {
    for (String line : words.overview(s)) {
      wrapped("", line);
    }
    if (s.events() > 0) {
      outcomes(s);
    }
    if (!s.causes().isEmpty()) {
      causes(s);
    }
    if (s.group() != null) {
      group(s.group());
    }
    if (!s.domains().isEmpty()) {
      domains(s);
    }
    if (!s.providers().isEmpty()) {
      providers(s);
    }
    if (s.hours().size() > 1) {
      hours(s);
    }
    advice(s);
    notes(s);
    return out.toString();
  }

  private void heading(String text) {
    out.append('\n').append(style.bold(text)).append('\n');
  }

  private void wrapped(String indent, String text) {
    wrapped(indent, indent, text, Integer.MAX_VALUE);
  }

  private void wrapped(String first, String indent, String text, int maxLines) {
    int more = maxLines == Integer.MAX_VALUE ? 0 : 2; // for the mark that text was cut
    List<String> lines = wrap.lines(text, Math.max(20, width - Width.of(first) - more));
    int n = Math.min(lines.size(), maxLines);
    for (int i = 0; i < n; i++) {
      out.append(i == 0 ? first : indent).append(lines.get(i));
      out.append(i == n - 1 && n < lines.size() ? " …\n" : "\n");
    }
  }

  /** A bar of {@code part} in {@code whole}, {@link #BAR} columns for the whole. */
  private static String bar(long part, long whole) {
    if (whole == 0) {
      return "";
    }
    long eighths = Math.max(part > 0 ? 1 : 0, Math.round(8.0 * BAR * part / whole));
    StringBuilder bar = new StringBuilder("█".repeat((int) (eighths / 8)));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt((int) (eighths % 8)));
    }
    return bar.toString();
  }

  private static String left(String s, int columns) {
    return " ".repeat(Math.max(0, columns - Width.of(s))) + s;
  }

  private void outcomes(Summary s) {
    out.append('\n');
    int name = 0;
    int number = 0;
    for (int i = 0; i < Outcome.count(); i++) {
      if (s.outcomes().getOrDefault(Outcome.at(i), 0L) > 0) {
        name = Math.max(name, Width.of(words.outcome(Outcome.at(i))));
        number = Math.max(number, words.number(s.outcomes().get(Outcome.at(i))).length());
      }
    }
    for (int i = 0; i < Outcome.count(); i++) {
      Outcome o = Outcome.at(i);
      long n = s.outcomes().getOrDefault(o, 0L);
      if (n > 0) {
        char digit = o == Outcome.DELIVERED ? '2' : o == Outcome.DEFERRED ? '4' : '5';
        out.append("  ")
            .append(style.ofClass(digit, Width.pad(words.outcome(o), name)))
            .append("  ")
            .append(left(words.number(n), number))
            .append("  ")
            .append(left(words.share(n, s.events()), 7))
            .append("  ")
            .append(bar(n, s.events()))
            .append('\n');
      }
    }
  }

  private void causes(Summary s) {
    heading(words.get("scan.heading.causes"));
    int rank = 0;
    for (Summary.CauseCount c : s.causes()) {
      if (rank == s.top()) {
        moreCauses(s);
        return;
      }
      rank++;
      Entry entry = c.cause() == null ? null : catalog.cause(c.cause());
      String title = entry == null ? String.valueOf(c.cause()) : entry.texts().title();
      String count = words.number(c.count()) + "  " + left(words.share(c.count(), s.failures()), 7);
      String head = left(rank + ".", 3) + "  " + title + " (" + c.cause() + ")";
      int room = width - Width.of(head) - Width.of(count) - 2;
      boolean showsBar = width >= WIDE && room > BAR + 2;
      char digit = c.verdict().equals("soft") ? '4' : '5';
      out.append(left(rank + ".", 3))
          .append("  ")
          .append(style.ofClass(digit, title))
          .append(" (")
          .append(c.cause())
          .append(")");
      if (room < 0) {
        out.append('\n').append(INDENT).append(count).append('\n');
      } else {
        out.append(" ".repeat(room - (showsBar ? BAR + 2 : 0) + 2)).append(count);
        out.append(showsBar ? "  " + bar(c.count(), s.failures()) : "").append('\n');
      }
      wrapped(
          INDENT,
          words.get("scan.verdict." + c.verdict())
              + " "
              + words.get("scan.arrow")
              + " "
              + catalog.action(c.action()).texts().title()
              + " ("
              + c.action()
              + ")");
      if (!c.codes().isEmpty()) {
        wrapped(INDENT, words.get("scan.label.codes") + " " + keys(c.codes()));
      }
      if (!c.domains().isEmpty()) {
        wrapped(INDENT, words.get("scan.label.domains") + " " + keys(c.domains()));
      }
      if (c.sample() != null) {
        wrapped(INDENT + "“", INDENT + " ", Clean.line(c.sample().text()) + "”", MAX_SAMPLE_LINES);
      }
    }
  }

  private void moreCauses(Summary s) {
    List<String> more = new ArrayList<>();
    for (Summary.CauseCount c : s.causes().subList(s.top(), s.causes().size())) {
      more.add(c.cause() + " (" + c.verdict() + ", " + words.number(c.count()) + ")");
    }
    wrapped(INDENT, words.get("scan.causes.more", String.join(", ", more)));
  }

  private String keys(List<Summary.KeyCount> keys) {
    List<String> all = new ArrayList<>();
    for (Summary.KeyCount k : keys) {
      all.add(Clean.line(k.key()) + " (" + words.number(k.count()) + ")");
    }
    return String.join(", ", all);
  }

  /** Lines of name, number, bar and a word more. */
  private void table(List<String> names, List<Long> counts, List<String> more) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    int number = counts.stream().mapToInt(n -> words.number(n).length()).max().orElse(0);
    int room = width - number - BAR - 8 - more.stream().mapToInt(Width::of).max().orElse(0);
    int name = Math.min(Math.max(16, room), names.stream().mapToInt(Width::of).max().orElse(0));
    for (int i = 0; i < names.size(); i++) {
      String shown =
          Width.of(names.get(i)) <= name
              ? names.get(i)
              : names.get(i).substring(0, Width.fitting(names.get(i), name - 1)) + "…";
      String line =
          "  "
              + Width.pad(shown, name)
              + "  "
              + left(words.number(counts.get(i)), number)
              + "  "
              + Width.pad(bar(counts.get(i), most), BAR)
              + "  "
              + more.get(i);
      out.append(line.stripTrailing()).append('\n');
    }
  }

  private void domains(Summary s) {
    heading(words.get("scan.heading.domains"));
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (Summary.DomainCount d : s.domains()) {
      names.add(Clean.line(d.domain()));
      counts.add(d.failures());
      more.add(d.cause() == null ? "" : d.cause());
    }
    table(names, counts, more);
  }

  private void providers(Summary s) {
    heading(words.get("scan.heading.providers"));
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (Summary.KeyCount k : s.providers()) {
      names.add(k.key());
      counts.add(k.count());
      more.add("");
    }
    table(names, counts, more);
  }

  private void group(Summary.Group group) {
    heading(words.get("scan.heading.group", words.get("scan.by." + group.by().id())));
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (Summary.GroupRow r : group.rows()) {
      names.add(Clean.line(r.key()));
      counts.add(r.failures());
      long delivered = r.outcomes().getOrDefault(Outcome.DELIVERED, 0L);
      more.add(delivered == 0 ? "" : words.get("scan.group.delivered", words.number(delivered)));
    }
    table(names, counts, more);
    if (group.others() > 0) {
      out.append("  ")
          .append(words.get("scan.group.others", words.number(group.others())))
          .append('\n');
    }
  }

  /** Failures over time, an hour a column as far as there is room. */
  private void hours(Summary s) {
    TreeMap<Long, Long> failures = new TreeMap<>();
    for (Summary.HourCount h : s.hours()) {
      long n = 0;
      for (var e : h.outcomes().entrySet()) {
        n += e.getKey().failed() ? e.getValue() : 0;
      }
      failures.put(
          java.time.LocalDateTime.parse(h.hour() + ":00").toEpochSecond(java.time.ZoneOffset.UTC)
              / 3600,
          n);
    }
    long first = failures.firstKey();
    long span = failures.lastKey() - first + 1;
    int columns = (int) Math.min(span, width - 4);
    long perColumn = (span + columns - 1) / columns;
    long[] sums = new long[(int) ((span + perColumn - 1) / perColumn)];
    failures.forEach((hour, n) -> sums[(int) ((hour - first) / perColumn)] += n);
    long most = 0;
    for (long n : sums) {
      most = Math.max(most, n);
    }
    heading(
        perColumn == 1
            ? words.get("scan.heading.hours")
            : words.get("scan.heading.hours.many", words.number(perColumn)));
    out.append("  ");
    for (long n : sums) {
      out.append(
          n == 0 ? ' ' : SPARKS.charAt((int) ((n * (SPARKS.length() - 1) + most - 1) / most)));
    }
    String from = s.hours().get(0).hour().replace('T', ' ') + ":00";
    String to = s.hours().get(s.hours().size() - 1).hour().replace('T', ' ') + ":00";
    out.append("\n  ")
        .append(words.get("scan.hours.span", from, to, words.number(most)))
        .append('\n');
  }

  private void advice(Summary s) {
    List<ScanAdvice.Step> steps = ScanAdvice.of(s, catalog);
    if (steps.isEmpty()) {
      return;
    }
    heading(words.get("scan.heading.advice"));
    int n = 1;
    for (ScanAdvice.Step step : steps) {
      wrapped(
          left(n + ".", 3) + "  ",
          INDENT,
          words.get(
              "scan.advice.step",
              step.title(),
              words.number(step.count()),
              String.join(", ", step.causes()),
              step.advice()),
          Integer.MAX_VALUE);
      n++;
    }
  }

  private void notes(Summary s) {
    List<String> notes = words.notes(s);
    if (notes.isEmpty()) {
      return;
    }
    heading(words.get("scan.heading.notes"));
    for (String note : notes) {
      wrapped("  ", note);
    }
  }
}
