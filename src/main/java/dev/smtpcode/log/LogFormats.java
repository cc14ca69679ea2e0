package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatReader;
import java.util.ArrayList;
import java.util.List;

/** The log formats there are. Immutable, shared by threads. */
public final class LogFormats {
  private final List<FormatFile> files;

  private LogFormats(List<FormatFile> files) {
    this.files = List.copyOf(files);
  }

  /** The formats that came with the program. */
  public static LogFormats bundled() {
    return new LogFormats(FormatReader.bundled(false));
  }

  /**
   * These formats with others of a user's own, which are asked first and replace one of the same
   * id.
   */
  public LogFormats with(List<FormatFile> own) {
    if (own.isEmpty()) {
      return this;
    }
    List<FormatFile> all = new ArrayList<>(own);
    for (FormatFile f : files) {
      if (own.stream().noneMatch(o -> o.id().equals(f.id()))) {
        all.add(f);
      }
    }
    return new LogFormats(all);
  }

  /** Ids of all, {@code text} among them. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    files.forEach(f -> ids.add(f.id()));
    ids.add(TextMatcher.ID);
    return ids;
  }

  /** The descriptions, without samples. */
  public List<FormatFile> files() {
    return files;
  }

  /** A new matcher of a format whose lines are matched one by one; null for one of JSON. */
  static LineMatcher matcher(FormatFile file) {
    return switch (file.kind()) {
      case "line" -> new RuleMatcher(file);
      case "csv" -> new CsvMatcher(file);
      case "json" -> null;
      default ->
          switch (file.id()) {
            case "exim" -> new EximMatcher();
            case "qmail" -> new QmailMatcher(file.id());
            case "courier" -> new CourierMatcher(file.id());
            case "exchange-protocol" -> new ExchangeProtocolMatcher(file.id());
            default -> throw new IllegalArgumentException("no reader for log format " + file.id());
          };
    };
  }
}
