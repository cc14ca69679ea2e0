package dev.smtpcode.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.smtpcode.scan.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The addresses that must not be written to again, as comma separated values. */
public final class ScanSuppression {

  /** One address a line: address, cause, when it was seen last, how often. */
  public String list(Summary s) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("recipient", "cause", "last-seen", "count");
      for (Summary.Suppressed a : s.suppressed()) {
        csv.writeRecord(
            ScanCsv.cell(Clean.line(a.recipient())),
            a.cause(),
            a.time() == null ? "" : a.time(),
            Long.toString(a.count()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
