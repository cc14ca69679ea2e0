package dev.smtpcode.cli;

import picocli.CommandLine.Option;

/** Help and debugging, the same for every command. */
@SuppressWarnings("unused") // picocli reads the fields
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  @Option(names = "--debug")
  private boolean debug;
}
