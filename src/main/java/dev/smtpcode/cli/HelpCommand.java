package dev.smtpcode.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smtpcode help}: another way to ask for {@code --help}. */
@Command(name = "help", helpCommand = true)
final class HelpCommand {
  @Parameters(arity = "0..1", paramLabel = "COMMAND")
  private String command;

  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private LanguageOption language;

  @SuppressWarnings("unused") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  /** What help is asked about. */
  CommandSpec about(CommandLine root) {
    if (command == null) {
      return root.getCommandSpec();
    }
    CommandLine found = root.getSubcommands().get(command);
    if (found == null) {
      throw new UsageException(
          "cli.error.command", command, String.join(", ", root.getSubcommands().keySet()));
    }
    return found.getCommandSpec();
  }
}
