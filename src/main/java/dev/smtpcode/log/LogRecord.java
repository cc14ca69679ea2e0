package dev.smtpcode.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A record of named values: a JSON object or a row of CSV. */
final class LogRecord {
  private final Map<?, ?> values;
  private final LogRecord outer;

  LogRecord(Map<?, ?> values, LogRecord outer) {
    this.values = values;
    this.outer = outer;
  }

  /**
   * The text under a path, looked for in the record and then in the one around it; null for none.
   */
  String text(String path) {
    Object v = value(path);
    if (v == null) {
      return outer == null ? null : outer.text(path);
    }
    if (v instanceof String s) {
      return s.isEmpty() ? null : s;
    }
    if (v instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String) {
      List<String> some = new ArrayList<>();
      list.forEach(o -> some.add(String.valueOf(o)));
      return String.join("\n", some);
    }
    return null;
  }

  /** Whether there is anything under a path. */
  boolean has(String path) {
    return value(path) != null || outer != null && outer.has(path);
  }

  /**
   * The records of a list under a path; a list of texts gives records with that text under {@code
   * .}.
   */
  List<LogRecord> each(String path) {
    List<LogRecord> all = new ArrayList<>();
    if (value(path) instanceof List<?> list) {
      for (Object o : list) {
        all.add(new LogRecord(o instanceof Map<?, ?> m ? m : Map.of(".", String.valueOf(o)), this));
      }
    }
    return all;
  }

  private Object value(String path) {
    Object whole = values.get(path);
    if (whole != null) {
      return whole;
    }
    Object v = values;
    int from = 0;
    while (from <= path.length()) {
      int dot = path.indexOf('.', from);
      int end = dot < 0 ? path.length() : dot;
      if (!(v instanceof Map<?, ?> m)) {
        return null;
      }
      v = m.get(path.substring(from, end));
      from = end + 1;
    }
    return v;
  }
}
