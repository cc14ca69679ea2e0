package dev.smtpcode.cli;

import picocli.CommandLine.Option;

/** The options that all commands share. */
final class OutputOptions {
  @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${bundle:formats}.")
  private String format;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never. NO_COLOR and CLICOLOR_FORCE are heeded.")
  private String color;

  @Option(names = "--lang", paramLabel = "LANG", description = "en or th; else the locale chooses.")
  private String language;

  @Option(
      names = "--codes",
      paramLabel = "DIR",
      description = "Lays your own entries over the catalogue.")
  private String codes;

  @Option(names = "--no-pager", description = "Shows long output at once.")
  private boolean noPager;

  OutputChoice choice() {
    return new OutputChoice(json ? "json" : format, color, language, codes, noPager);
  }
}
