package dev.smtpcode.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an answer is shown. */
final class OutputOptions {
  @Option(names = "--format", paramLabel = "FORMAT")
  private String format;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--color", paramLabel = "WHEN")
  private String color;

  @Mixin private LanguageOption language;

  @Option(names = "--codes", paramLabel = "DIR")
  private String codes;

  @Option(names = "--pager", negatable = true, fallbackValue = "true")
  private Boolean pager;

  /**
   * @param otherLanguage where the command itself was given none
   */
  OutputChoice choice(String otherLanguage) {
    String own = language.language();
    return new OutputChoice(
        json ? "json" : format, color, own == null ? otherLanguage : own, codes, pager);
  }
}
