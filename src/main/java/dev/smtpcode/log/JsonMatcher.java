package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.JsonTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A format of JSON objects. */
final class JsonMatcher {
  /** Envelopes in one another: SNS in SQS. */
  private static final int MAX_DEPTH = 3;

  private final List<String> envelopes;
  private final RecordRules rules;

  JsonMatcher(FormatFile file) {
    envelopes = file.envelopes();
    rules = new RecordRules(file);
  }

  /**
   * Reports the events of an object.
   *
   * @return whether it is of this format
   */
  boolean match(Map<?, ?> object, LogEvent event, EventSink sink) {
    return match(object, 0, event, sink);
  }

  private boolean match(Map<?, ?> object, int depth, LogEvent event, EventSink sink) {
    LogRecord record = new LogRecord(object, null);
    if (rules.match(record, event, sink)) {
      return true;
    }
    for (String path : depth < MAX_DEPTH ? envelopes : List.<String>of()) {
      String inner = record.text(path);
      if (inner != null
          && inner.startsWith("{")
          && parsed(inner) instanceof Map<?, ?> map
          && match(map, depth + 1, event, sink)) {
        return true;
      }
    }
    return false;
  }

  private static Object parsed(String json) {
    try (com.fasterxml.jackson.core.JsonParser in = JsonTree.parser(json)) {
      in.nextToken();
      return JsonTree.read(in);
    } catch (IOException e) {
      return null;
    }
  }
}
