package dev.smtpcode.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.smtpcode.catalog.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON records: those of senders and mail servers, and those that container runtimes, journald and
 * log shippers wrap a text line in.
 */
final class JsonLines {
  /** What senders name the list of records in an object that is none itself. */
  private static final List<String> LISTS =
      List.of("Records", "items", "results", "events", "event-data", "detail", "Bounces");

  private final LineScanner scanner;
  private final List<JsonMatcher> formats;
  private JsonMatcher last;

  JsonLines(LineScanner scanner, List<JsonMatcher> formats) {
    this.scanner = scanner;
    this.formats = formats;
  }

  /**
   * Reads a line.
   *
   * @return false where it is no JSON
   */
  boolean line(byte[] b, int from, int to) {
    if (b[from] == '[' && !opensObject(b, from + 1, to)) {
      return false;
    }
    boolean read = false;
    try (JsonParser in = JsonTree.parser(b, from, to)) {
      JsonToken token = in.nextToken();
      while (token != null) {
        value(JsonTree.read(in));
        read = true;
        token = in.nextToken();
      }
    } catch (IOException e) {
      return read; // cut short, or text that only begins like JSON
    }
    return true;
  }

  private static boolean opensObject(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '[')) {
      i++;
    }
    return i < to && b[i] == '{';
  }

  /** Reads all of a document that does not keep to lines, an element of an array at a time. */
  int document(InputStream stream) throws IOException {
    int records = 0;
    try (JsonParser in = JsonTree.parser(stream)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
          continue; // its elements come one by one
        }
        scanner.place(in.currentTokenLocation().getLineNr() - 1);
        if (token == JsonToken.START_OBJECT) {
          records += record(in);
        } else {
          records++;
        }
      }
    }
    return records;
  }

  /**
   * Reads an object; where it only wraps a list of records, each by itself, for there may be
   * millions.
   *
   * @return the number of records
   */
  private int record(JsonParser in) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    int records = 0;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      if (in.nextToken() == JsonToken.START_ARRAY && LISTS.contains(key) && object.isEmpty()) {
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
          scanner.place(in.currentTokenLocation().getLineNr() - 1);
          records++;
          value(JsonTree.read(in));
        }
      } else {
        object.put(key, JsonTree.read(in));
      }
    }
    if (records > 0) {
      return records;
    }
    value(object);
    return 1;
  }

  private void value(Object value) {
    if (value instanceof List<?> list) {
      for (Object o : list) {
        value(o);
      }
    } else if (value instanceof Map<?, ?> object) {
      object(object);
    }
  }

  private void object(Map<?, ?> o) {
    LogEvent event = scanner.event();
    event.time = LogEvent.NO_TIME;
    event.offset = LogEvent.NO_OFFSET;
    if (wrapped(o)) {
      return;
    }
    if (last != null && last.match(o, event, scanner.sink())) {
      scanner.recognise();
      return;
    }
    for (JsonMatcher f : formats) {
      if (f != last && f.match(o, event, scanner.sink())) {
        last = f;
        scanner.recognise();
        return;
      }
    }
    for (String list : LISTS) {
      Object inner = o.get(list);
      if (inner instanceof List<?> || inner instanceof Map<?, ?>) {
        value(inner);
        return;
      }
    }
  }

  /** What journald could not write as text, it writes as an array of bytes. */
  private static String journalText(Object message) {
    if (!(message instanceof List<?> values)) {
      return String.valueOf(message);
    }
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      try {
        bytes[i] = (byte) Integer.parseInt(String.valueOf(values.get(i)));
      } catch (NumberFormatException e) {
        return "";
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads the text line in a record that wraps one. */
  private boolean wrapped(Map<?, ?> o) {
    String text = null;
    String program = null;
    String time = null;
    if (o.containsKey("__REALTIME_TIMESTAMP") && o.get("MESSAGE") != null) {
      text = journalText(o.get("MESSAGE"));
      program =
          o.get("SYSLOG_IDENTIFIER") instanceof String id
              ? id
              : o.get("_COMM") instanceof String c ? c : null;
      time = String.valueOf(o.get("__REALTIME_TIMESTAMP"));
    } else if (o.get("log") instanceof String log
        && (o.containsKey("stream") || o.containsKey("time") || o.containsKey("kubernetes"))) {
      text = log;
      time = o.get("time") instanceof String t ? t : null;
    } else if (o.get("message") instanceof String message
        && (o.containsKey("@timestamp") || o.containsKey("host") || o.containsKey("program"))) {
      text = message;
      program = o.get("program") instanceof String p ? p : null;
      time =
          o.get("@timestamp") instanceof String t
              ? t
              : o.get("timestamp") instanceof String t2 ? t2 : null;
    }
    if (text == null) {
      return false;
    }
    long at = LogEvent.NO_TIME;
    int offset = LogEvent.NO_OFFSET;
    if (time != null) {
      byte[] stamp = time.getBytes(StandardCharsets.UTF_8);
      StampReader stamps = scanner.stamps();
      if (stamps.readAll(stamp, 0, stamp.length)) {
        at = stamps.time();
        offset = stamps.offset();
      }
    }
    byte[] bytes = text.stripTrailing().getBytes(StandardCharsets.UTF_8);
    byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + LineScanner.PADDING);
    scanner.inner(padded, 0, bytes.length, program, at, offset);
    return true;
  }
}
