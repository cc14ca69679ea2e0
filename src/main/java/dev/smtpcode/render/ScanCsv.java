package dev.smtpcode.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scan's summary as comma separated values (RFC 4180): the causes, or the groups where some were
 * asked for. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ScanCsv {

  public String summary(Summary s) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      if (s.group() != null) {
        group(csv, s.group());
      } else {
        causes(csv, s);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void group(CsvWriter csv, Summary.Group group) {
    List<String> head = new ArrayList<>(List.of(group.by().id(), "failures"));
    for (int i = 0; i < Outcome.count(); i++) {
      head.add(Outcome.at(i).id());
    }
    csv.writeRecord(head);
    for (Summary.GroupRow r : group.rows()) {
      List<String> row = new ArrayList<>(List.of(cell(r.key()), Long.toString(r.failures())));
      for (int i = 0; i < Outcome.count(); i++) {
        row.add(Long.toString(r.outcomes().getOrDefault(Outcome.at(i), 0L)));
      }
      csv.writeRecord(row);
    }
  }

  private static void causes(CsvWriter csv, Summary s) {
    csv.writeRecord(
        "cause",
        "verdict",
        "action",
        "count",
        "deferred",
        "bounced",
        "rejected",
        "codes",
        "domains",
        "sample");
    for (Summary.CauseCount c : s.causes()) {
      csv.writeRecord(
          cell(c.cause()),
          c.verdict(),
          c.action(),
          Long.toString(c.count()),
          Long.toString(c.outcomes().getOrDefault(Outcome.DEFERRED, 0L)),
          Long.toString(c.outcomes().getOrDefault(Outcome.BOUNCED, 0L)),
          Long.toString(c.outcomes().getOrDefault(Outcome.REJECTED, 0L)),
          cell(keys(c.codes())),
          cell(keys(c.domains())),
          cell(c.sample() == null ? "" : Clean.line(c.sample().text())));
    }
  }

  private static String keys(List<Summary.KeyCount> keys) {
    return keys.stream()
        .map(k -> Clean.line(k.key()) + " (" + k.count() + ")")
        .collect(Collectors.joining("; "));
  }

  /** The text, made harmless for a spreadsheet. */
  static String cell(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
