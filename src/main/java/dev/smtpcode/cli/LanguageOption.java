package dev.smtpcode.cli;

import picocli.CommandLine.Option;

/** The language of what is shown. */
final class LanguageOption {
  @Option(names = "--lang", paramLabel = "LANG")
  private String language;

  /** As it was given; null for none. */
  String language() {
    return language;
  }
}
