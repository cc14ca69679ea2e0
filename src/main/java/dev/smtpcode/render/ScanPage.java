package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a scan found, most important first. */
public final class ScanPage implements TablePage {
  private static final long SECONDS_PER_HOUR = 3600;

  private final Catalog catalog;
  private final Messages messages;
  private final ScanWords words;
  private final Summary summary;

  public ScanPage(Messages messages, Catalog catalog, Summary summary) {
    this.messages = messages;
    words = new ScanWords(messages);
    this.catalog = catalog;
    this.summary = summary;
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    ScanJson.write(out, summary, catalog);
  }

  /** The causes, or the groups where some were asked for. */
  @Override
  public List<List<String>> rows() {
    return ScanRows.of(summary);
  }

  @Override
  public List<Block> blocks() {
    List<Block> page = new ArrayList<>();
    page.add(new Block.Lead(messages.get("scan.title"), words.overview(summary)));
    if (summary.events() > 0) {
      page.add(new Block.Paragraph(""));
      page.add(outcomes());
    }
    if (!summary.causes().isEmpty()) {
      heading("scan.heading.causes", page);
      page.add(causes());
    }
    if (summary.group() != null) {
      group(summary.group(), page);
    }
    if (!summary.domains().isEmpty()) {
      heading("scan.heading.domains", page);
      page.add(domains());
    }
    if (!summary.providers().isEmpty()) {
      heading("scan.heading.providers", page);
      page.add(providers());
    }
    if (summary.failures() > 0 && summary.hours().size() > 1) {
      heading("scan.heading.hours", page);
      page.add(hours());
    }
    advice(page);
    notes(page);
    return page;
  }

  private void heading(String key, List<Block> page) {
    page.add(new Block.Heading(messages.get(key)));
  }

  private Block outcomes() {
    List<Block.Bar> bars = new ArrayList<>();
    for (int i = 0; i < Outcome.count(); i++) {
      Outcome o = Outcome.at(i);
      long n = summary.outcomes().getOrDefault(o, 0L);
      if (n > 0) {
        char digit = o == Outcome.DELIVERED ? '2' : o == Outcome.DEFERRED ? '4' : '5';
        bars.add(new Block.Bar(words.outcome(o), digit, n, "", List.of()));
      }
    }
    List<String> heads =
        List.of(
            messages.get("scan.column.outcome"),
            messages.get("scan.column.events"),
            messages.get("scan.column.share"));
    return new Block.Bars(heads, bars, summary.events(), true);
  }

  private Block causes() {
    List<Block.Ranked> ranked = new ArrayList<>();
    Map<String, Long> rest = new LinkedHashMap<>(); // here the action makes no difference
    for (Summary.CauseCount c : summary.causes()) {
      if (ranked.size() < summary.top()) {
        ranked.add(cause(c));
      } else {
        rest.merge(c.cause() + " (" + c.verdict() + ", ", c.count(), Long::sum);
      }
    }
    List<Map.Entry<String, Long>> mostFirst = new ArrayList<>(rest.entrySet());
    mostFirst.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    List<String> named = new ArrayList<>();
    mostFirst.forEach(e -> named.add(e.getKey() + Numbers.grouped(e.getValue()) + ")"));
    String more =
        rest.isEmpty() ? null : messages.get("scan.causes.more", String.join(", ", named));
    return new Block.Ranking(ranked, summary.failures(), more);
  }

  private Block.Ranked cause(Summary.CauseCount c) {
    String id = String.valueOf(c.cause());
    Entry entry = c.cause() == null ? null : catalog.cause(c.cause());
    List<String> details = new ArrayList<>();
    boolean refusedHere = c.outcomes().getOrDefault(Outcome.REJECTED, 0L) == c.count();
    details.add(refusedHere ? messages.get("scan.refused-here") : consequence(c));
    if (!c.codes().isEmpty()) {
      details.add(messages.get("scan.label.codes") + " " + keys(c.codes()));
    }
    if (!c.domains().isEmpty()) {
      details.add(messages.get("scan.label.domains") + " " + keys(c.domains()));
    }
    return new Block.Ranked(
        entry == null ? id : entry.texts().title(),
        id,
        c.verdict().equals("soft") ? '4' : '5',
        c.count(),
        details,
        c.sample() == null ? null : Clean.line(c.sample().text()));
  }

  private String consequence(Summary.CauseCount c) {
    return messages.of("scan.verdict." + c.verdict(), c.cause())
        + " "
        + messages.get("scan.arrow")
        + " "
        + catalog.action(c.action()).texts().title()
        + " ("
        + c.action()
        + ")";
  }

  private static String keys(List<Summary.KeyCount> keys) {
    List<String> all = new ArrayList<>();
    for (Summary.KeyCount k : keys) {
      all.add(Clean.line(k.key()) + " (" + Numbers.grouped(k.count()) + ")");
    }
    return String.join(", ", all);
  }

  private Block domains() {
    List<Block.Bar> bars = new ArrayList<>();
    for (Summary.DomainCount d : summary.domains()) {
      String cause = d.cause() == null ? "" : d.cause();
      bars.add(failures(d.domain(), d.failures(), cause, List.of(delivered(d.outcomes()), cause)));
    }
    return ofTheMost(
        bars,
        List.of(
            messages.get("scan.column.domain"),
            messages.get("scan.column.failures"),
            messages.get("scan.column.delivered"),
            messages.get("scan.column.cause")));
  }

  private Block providers() {
    List<Block.Bar> bars = new ArrayList<>();
    for (Summary.KeyCount k : summary.providers()) {
      bars.add(failures(k.key(), k.count(), "", List.of()));
    }
    return ofTheMost(
        bars, List.of(messages.get("scan.column.provider"), messages.get("scan.column.failures")));
  }

  private void group(Summary.Group group, List<Block> page) {
    String by = messages.get("scan.by." + group.by().id());
    page.add(new Block.Heading(messages.get("scan.heading.group", by)));
    List<Block.Bar> bars = new ArrayList<>();
    for (Summary.GroupRow r : group.rows()) {
      String delivered = delivered(r.outcomes());
      String remark = delivered.equals("0") ? "" : messages.get("scan.group.delivered", delivered);
      bars.add(failures(r.key(), r.failures(), remark, List.of(delivered)));
    }
    page.add(
        ofTheMost(
            bars,
            List.of(
                by, messages.get("scan.column.failures"), messages.get("scan.column.delivered"))));
    if (group.others() > 0) {
      page.add(
          new Block.Paragraph(messages.get("scan.group.others", Numbers.grouped(group.others()))));
    }
  }

  private static String delivered(Map<Outcome, Long> outcomes) {
    return Numbers.grouped(outcomes.getOrDefault(Outcome.DELIVERED, 0L));
  }

  private static Block.Bar failures(String name, long count, String remark, List<String> cells) {
    return new Block.Bar(Clean.line(name), (char) 0, count, remark, cells);
  }

  private static Block ofTheMost(List<Block.Bar> bars, List<String> heads) {
    long most = 0;
    for (Block.Bar bar : bars) {
      most = Math.max(most, bar.count());
    }
    return new Block.Bars(heads, bars, most, false);
  }

  private Block hours() {
    SortedMap<Long, Long> failures = new TreeMap<>();
    for (Summary.HourCount h : summary.hours()) {
      long n = 0;
      for (Map.Entry<Outcome, Long> e : h.outcomes().entrySet()) {
        n += e.getKey().failed() ? e.getValue() : 0;
      }
      long seconds = LocalDateTime.parse(h.hour() + ":00").toEpochSecond(ZoneOffset.UTC);
      failures.put(Math.floorDiv(seconds, SECONDS_PER_HOUR), n);
    }
    List<Summary.HourCount> hours = summary.hours();
    return new Block.Timeline(
        time(hours.get(0).hour()), time(hours.get(hours.size() - 1).hour()), failures);
  }

  private static String time(String hour) {
    return hour.replace('T', ' ') + ":00";
  }

  private void advice(List<Block> page) {
    List<String> steps = new ArrayList<>();
    for (ScanAdvice.Step step : ScanAdvice.of(summary, catalog)) {
      steps.add(
          messages.get(
              "scan.advice.step",
              step.title(),
              Numbers.grouped(step.count()),
              String.join(", ", step.causes()),
              step.advice()));
    }
    if (!steps.isEmpty()) {
      heading("scan.heading.advice", page);
      page.add(new Block.Steps(steps));
    }
  }

  private void notes(List<Block> page) {
    List<String> notes = words.notes(summary);
    if (!notes.isEmpty()) {
      heading("scan.heading.notes", page);
      for (String note : notes) {
        page.add(new Block.Paragraph(note));
      }
    }
  }
}
