package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatReader;
import java.util.ArrayList;
import java.util.List;

/** The log formats there are. Immutable, shared by threads. */
public final class LogFormats {
  private final List<LogFormat> formats;

  private LogFormats(List<LogFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** The formats that came with the program. */
  public static LogFormats bundled() {
    return new LogFormats(FormatReader.heads().stream().map(LogFormat::new).toList());
  }

  /**
   * These formats with others of a user's own, which are asked first and replace one of the same
   * id.
   */
  public LogFormats with(List<FormatFile> own) {
    if (own.isEmpty()) {
      return this;
    }
    List<LogFormat> all = new ArrayList<>();
    own.forEach(f -> all.add(new LogFormat(f)));
    for (LogFormat f : formats) {
      if (own.stream().noneMatch(o -> o.id().equals(f.id()))) {
        all.add(f);
      }
    }
    return new LogFormats(all);
  }

  /** Ids of all, {@code text} among them. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    formats.forEach(f -> ids.add(f.id()));
    ids.add(TextMatcher.ID);
    return ids;
  }

  List<LogFormat> all() {
    return formats;
  }
}
