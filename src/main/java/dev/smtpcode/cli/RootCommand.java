package dev.smtpcode.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smtpcode} itself: says what there is. */
@Command(
    name = "smtpcode",
    subcommands = {
      ExplainCommand.class,
      CompareCommand.class,
      ScanCommand.class,
      ListCommand.class,
      SearchCommand.class,
      HelpCommand.class
    })
final class RootCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  @SuppressWarnings("unused") // picocli reads it
  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  @Mixin private LanguageOption language;

  /** The language given before the command; null for none. */
  String language() {
    return language.language();
  }
}
