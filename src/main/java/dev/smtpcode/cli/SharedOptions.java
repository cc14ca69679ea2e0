package dev.smtpcode.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options that all commands share. */
final class SharedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin(name = "output")
  private OutputOptions output;

  @SuppressWarnings("unused") // picocli reads it
  @Mixin(name = "general")
  private HelpOption help;

  /** What the command is to work with. */
  Session session(Console console) {
    RootCommand root = (RootCommand) command.root().userObject();
    return new Session(console, command.name(), output.choice(root.language()));
  }
}
