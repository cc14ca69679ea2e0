package dev.smtpcode.cli;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.explain.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what picocli could not understand in words of ours. */
final class ParseErrors {
  private ParseErrors() {}

  static UsageException of(ParameterException e) {
    Message what = what(e);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      if (meant.isEmpty()) {
        List<String> commands = new ArrayList<>(e.getCommandLine().getSubcommands().keySet());
        meant = Nearest.of(unmatched.getUnmatched().get(0), commands);
      }
      if (!meant.isEmpty()) {
        what = Message.of("cli.error.meant", what, String.join(", ", meant));
      }
    }
    return e.getArgSpec() instanceof OptionSpec option
        ? UsageException.ofOption(HelpTexts.name(option), "cli.error.see", what, command)
        : new UsageException("cli.error.see", what, command);
  }

  private static Message what(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (first.startsWith("-") && first.length() > 1) {
        return Message.of("cli.error.unknown-option", first);
      }
      boolean isCommand = e.getCommandLine().getParent() == null;
      return Message.of(isCommand ? "cli.error.unknown-command" : "cli.error.unexpected", first);
    }
    if (argument == null) {
      return e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
          ? Message.of("cli.error.missing", missing.getMissing().get(0).paramLabel())
          : Message.of("cli.error.other", String.valueOf(e.getMessage()));
    }
    if (!(argument instanceof OptionSpec option)) {
      return Message.of("cli.error.missing", argument.paramLabel());
    }
    String name = option.longestName();
    if (e instanceof MissingParameterException) {
      return Message.of("cli.error.no-value", name, option.paramLabel());
    }
    Class<?> type = option.type();
    String kind =
        type == int.class || type == Integer.class
            ? "number"
            : type == boolean.class || type == Boolean.class ? "flag" : "value";
    return Message.of("cli.error." + kind, name, String.valueOf(e.getValue()));
  }
}
