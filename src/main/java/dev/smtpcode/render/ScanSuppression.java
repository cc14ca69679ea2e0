package dev.smtpcode.render;

import dev.smtpcode.scan.Summary;
import java.util.ArrayList;
import java.util.List;

/** The addresses that must not be written to again, as comma separated values. */
public final class ScanSuppression {
  private static final List<String> HEAD = List.of("recipient", "cause", "last-seen", "count");

  /** One address a line: address, cause, when it was seen last, how often. */
  public String list(Summary s) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Summary.Suppressed a : s.suppressed()) {
      rows.add(
          List.of(
              a.recipient(),
              a.cause(),
              a.time() == null ? "" : a.time(),
              Long.toString(a.count())));
    }
    return CsvRenderer.text(rows);
  }
}
