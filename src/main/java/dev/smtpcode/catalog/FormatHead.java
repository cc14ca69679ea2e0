package dev.smtpcode.catalog;

import java.util.List;

/**
 * What tells which lines may be of a bundled log format, so that its file need not be read for
 * others.
 *
 * @param id name of its file too
 * @param kind as in {@link FormatFile}
 * @param programs as in {@link FormatFile}
 */
public record FormatHead(String id, String kind, List<String> programs) {
  /** Where the build lists the heads of all formats, a line each. */
  public static final String INDEX = "formats.txt";

  private static final String SEPARATOR = "\t";

  public static FormatHead of(FormatFile file) {
    return new FormatHead(file.id(), file.kind(), file.programs());
  }

  /** Its line in the index. */
  public String line() {
    return id + SEPARATOR + kind + SEPARATOR + String.join(SEPARATOR, programs);
  }

  static FormatHead ofLine(String line) {
    List<String> parts = List.of(line.split(SEPARATOR));
    return new FormatHead(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
  }
}
