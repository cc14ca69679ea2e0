package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatHead;
import dev.smtpcode.catalog.FormatReader;

/** A log format, whose file is read once a line may be of it. Shared by threads. */
final class LogFormat {
  private final FormatHead head;
  private FormatFile file;

  /** A bundled one. */
  LogFormat(FormatHead head) {
    this.head = head;
  }

  /** One of a user's own. */
  LogFormat(FormatFile file) {
    head = FormatHead.of(file);
    this.file = file;
  }

  FormatHead head() {
    return head;
  }

  String id() {
    return head.id();
  }

  boolean isJson() {
    return head.kind().equals("json");
  }

  /** Its description, without samples. */
  synchronized FormatFile file() {
    if (file == null) {
      file = FormatReader.bundled(head.id(), false);
    }
    return file;
  }

  /** A new matcher of its lines, which are no JSON. */
  LineMatcher matcher() {
    return switch (head.kind()) {
      case "line" -> new RuleMatcher(file());
      case "csv" -> new CsvMatcher(file());
      default ->
          switch (id()) {
            case "exim" -> new EximMatcher();
            case "qmail" -> new QmailMatcher(id());
            case "courier" -> new CourierMatcher(id());
            case "exchange-protocol" -> new ExchangeProtocolMatcher(id());
            default -> throw new IllegalArgumentException("no reader for log format " + id());
          };
    };
  }
}
