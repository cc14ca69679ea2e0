package dev.smtpcode.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** {@code smtpcode} itself: says what there is. */
@Command(
    name = "smtpcode",
    description = "Says what SMTP replies mean and what a mail log is telling you.",
    versionProvider = Version.class,
    subcommands = {
      ExplainCommand.class,
      CompareCommand.class,
      ScanCommand.class,
      ListCommand.class,
      SearchCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpcode 556",
      "  smtpcode explain \"550 5.7.26 This mail has been blocked\"",
      "  smtpcode compare 211 556",
      "  journalctl -u postfix | smtpcode scan",
      "",
      "smtpcode help COMMAND tells more about a command."
    })
@SuppressWarnings("unused") // picocli reads the fields
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;
}
