package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A format of comma separated values whose header line names the columns (RFC 4180). */
final class CsvMatcher extends LineMatcher {
  private final byte[] header;
  private final List<String> without;

  /** Columns by which the rules tell events. */
  private final Set<String> asked = new HashSet<>();

  private final RecordRules rules;
  private List<String> columns;

  CsvMatcher(FormatFile file) {
    super(file.id());
    header = file.header().getBytes(StandardCharsets.UTF_8);
    without = file.columns();
    rules = new RecordRules(file);
    file.rules().forEach(rule -> asked.addAll(rule.when().keySet()));
    columns = without.isEmpty() ? null : without;
  }

  /** The columns are told once, at the head of a file. */
  @Override
  boolean remembers() {
    return true;
  }

  @Override
  void reset() {
    columns = without.isEmpty() ? null : without;
  }

  @Override
  boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    if (header(b, from, to)) {
      return true;
    }
    if (columns == null || from < to && b[from] == '#') {
      return false;
    }
    List<String> fields = Csv.fields(b, from, to);
    if (fields.size() < Math.max(4, columns.size() / 2)) {
      return false;
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < fields.size() && i < columns.size(); i++) {
      row.put(columns.get(i), fields.get(i));
    }
    return rules.match(new LogRecord(row, null), event, sink);
  }

  /** Takes the names of the columns where the line is a header with all that the rules ask for. */
  private boolean header(byte[] b, int from, int to) {
    int start = from;
    if (from < to && b[from] == '#' && header[0] != '#') {
      start++; // the file's way to say that the line is no row
    }
    if (!Bytes.at(b, start, to, header)) {
      return false;
    }
    int names = b[start] == '#' ? Bytes.indexOf(b, start, to, ' ') + 1 : start;
    List<String> named = Csv.fields(b, names, to);
    if (!named.containsAll(asked)) {
      return false;
    }
    columns = named;
    return true;
  }

  /** Fields of a row. */
  static final class Csv {
    private Csv() {}

    static List<String> fields(byte[] b, int from, int to) {
      List<String> fields = new ArrayList<>();
      int i = from;
      while (i <= to) {
        if (i < to && b[i] == '"') {
          StringBuilder bytes = new StringBuilder();
          i++;
          while (i < to && !(b[i] == '"' && (i + 1 >= to || b[i + 1] != '"'))) {
            if (b[i] == '"') {
              i++;
            }
            bytes.append((char) (b[i] & 0xff));
            i++;
          }
          fields.add(
              new String(
                  bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
          while (i < to && b[i] != ',') {
            i++;
          }
        } else {
          int comma = Bytes.indexOf(b, i, to, ',');
          int end = comma < 0 ? to : comma;
          fields.add(new String(b, i, end - i, StandardCharsets.UTF_8));
          i = end;
        }
        i++;
      }
      return fields;
    }
  }
}
