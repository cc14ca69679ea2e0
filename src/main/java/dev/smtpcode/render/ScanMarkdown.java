package dev.smtpcode.render;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** A scan's summary as Markdown, for tickets and wikis. */
public final class ScanMarkdown {
  private final Messages messages;
  private final Catalog catalog;

  public ScanMarkdown(Messages messages, Catalog catalog) {
    this.messages = messages;
    this.catalog = catalog;
  }

  public String summary(Summary s) {
    ScanWords words = new ScanWords(messages);
    StringBuilder out = new StringBuilder();
    out.append("# ").append(messages.get("scan.title")).append("\n\n");
    for (String line : words.overview(s)) {
      out.append(escape(line)).append("  \n");
    }
    out.append('\n');
    row(
        out,
        messages.get("scan.column.outcome"),
        messages.get("scan.column.events"),
        messages.get("scan.column.share"));
    rule(out, 3);
    for (int i = 0; i < Outcome.count(); i++) {
      long n = s.outcomes().getOrDefault(Outcome.at(i), 0L);
      if (n > 0) {
        row(out, words.outcome(Outcome.at(i)), words.number(n), words.share(n, s.events()));
      }
    }
    if (!s.causes().isEmpty()) {
      heading(out, "scan.heading.causes");
      row(
          out,
          messages.get("scan.column.cause"),
          messages.get("scan.column.verdict"),
          messages.get("scan.column.action"),
          messages.get("scan.column.events"),
          messages.get("scan.column.codes"),
          messages.get("scan.column.domains"),
          messages.get("scan.column.sample"));
      rule(out, 7);
      for (Summary.CauseCount c : s.causes()) {
        String sample = c.sample() == null ? "" : code(c.sample().text());
        row(
            out,
            escape(String.valueOf(c.cause())),
            c.verdict(),
            c.action(),
            words.number(c.count()),
            keys(c.codes(), words),
            keys(c.domains(), words),
            sample);
      }
    }
    if (!s.domains().isEmpty()) {
      heading(out, "scan.heading.domains");
      row(
          out,
          messages.get("scan.column.domain"),
          messages.get("scan.column.failures"),
          messages.get("scan.column.delivered"),
          messages.get("scan.column.cause"));
      rule(out, 4);
      for (Summary.DomainCount d : s.domains()) {
        row(
            out,
            escape(d.domain()),
            words.number(d.failures()),
            words.number(d.outcomes().getOrDefault(Outcome.DELIVERED, 0L)),
            escape(String.valueOf(d.cause())));
      }
    }
    if (s.group() != null) {
      out.append("\n## ")
          .append(
              messages.get("scan.heading.group", messages.get("scan.by." + s.group().by().id())))
          .append("\n\n");
      row(
          out,
          messages.get("scan.by." + s.group().by().id()),
          messages.get("scan.column.failures"),
          messages.get("scan.column.delivered"));
      rule(out, 3);
      for (Summary.GroupRow r : s.group().rows()) {
        row(
            out,
            escape(r.key()),
            words.number(r.failures()),
            words.number(r.outcomes().getOrDefault(Outcome.DELIVERED, 0L)));
      }
    }
    List<ScanAdvice.Step> steps = ScanAdvice.of(s, catalog);
    if (!steps.isEmpty()) {
      heading(out, "scan.heading.advice");
      for (ScanAdvice.Step step : steps) {
        out.append("1. **")
            .append(step.title())
            .append("** (")
            .append(words.number(step.count()))
            .append("): ")
            .append(step.advice())
            .append('\n');
      }
    }
    List<String> notes = words.notes(s);
    if (!notes.isEmpty()) {
      heading(out, "scan.heading.notes");
      for (String n : notes) {
        out.append("- ").append(escape(n)).append('\n');
      }
    }
    return out.toString();
  }

  private void heading(StringBuilder out, String key) {
    out.append("\n## ").append(messages.get(key)).append("\n\n");
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void rule(StringBuilder out, int columns) {
    out.append("|").append("---|".repeat(columns)).append('\n');
  }

  private static String keys(List<Summary.KeyCount> keys, ScanWords words) {
    return keys.stream()
        .map(k -> escape(k.key()) + " (" + words.number(k.count()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** Text as code that ends where it must, also within a table. */
  private static String code(String text) {
    return "`" + Clean.line(text).replace('`', '\'').replace("|", "\\|") + "`";
  }

  /** Text that stays text: nothing of it is taken for markup. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Clean.line(text).toCharArray()) {
      if ("\\`*_[]<>|#".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
