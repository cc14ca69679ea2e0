package dev.smtpcode.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the tables of pages as comma separated values (RFC 4180). A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
final class CsvRenderer implements Renderer {

  @Override
  public String render(Page page) {
    return text(((TablePage) page).rows());
  }

  /** The rows as text. */
  static String text(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(CsvRenderer::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // none is written to
    }
    return out.toString();
  }

  /** The text on one line, harmless for a terminal and a spreadsheet. */
  static String cell(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String clean = Clean.line(text);
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + clean : clean;
  }
}
