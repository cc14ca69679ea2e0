package dev.smtpcode.cli;

import dev.smtpcode.catalog.CatalogException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line through picocli, with errors of one line. */
final class CommandLineRun {
  private CommandLineRun() {}

  static int run(Console console, String[] arguments) {
    CommandLine commandLine = model(console);
    commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.setUsageHelpWidth(80);
    Defaults defaults = Defaults.of(console);
    commandLine.setDefaultValueProvider(argument -> defaultOf(argument, defaults));
    commandLine.setParameterExceptionHandler((e, args) -> usage(console, e));
    boolean debug = List.of(arguments).contains("--debug");
    commandLine.setExecutionExceptionHandler((e, c, r) -> failure(console, e, debug));
    if (arguments.length == 0) {
      commandLine.usage(console.err());
      return Main.USAGE;
    }
    if (PlainArguments.isCode(arguments[0])) {
      List<String> whole = new ArrayList<>(List.of("explain"));
      whole.addAll(List.of(arguments));
      return commandLine.execute(whole.toArray(String[]::new));
    }
    return commandLine.execute(arguments);
  }

  /** The commands and options, also for man pages and completions. */
  static CommandLine model(Console console) {
    CommandLine root = new CommandLine(new RootCommand(), new Commands(console));
    for (CommandLine command : root.getSubcommands().values()) {
      if (command.getCommand() instanceof PageCommand pages) {
        command.setResourceBundle(new HelpWords(pages));
      }
    }
    return root;
  }

  private static String defaultOf(ArgSpec argument, Defaults defaults) {
    return argument instanceof OptionSpec option
        ? defaults.ofCommand(option.longestName().substring(2))
        : null;
  }

  private static int usage(Console console, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    StringBuilder message = new StringBuilder(firstLine(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (e.getCommandLine().getParent() == null && !first.startsWith("-")) {
        message.setLength(0);
        message.append("unknown command '").append(first).append('\'');
      }
      List<String> meant = unmatched.getSuggestions();
      if (!meant.isEmpty()) {
        message.append("; did you mean ").append(String.join(", ", meant)).append('?');
      }
    }
    int last = message.length() - 1;
    if (message.charAt(last) == '.') {
      message.setLength(last);
    }
    console.complain(message + "; see " + command + " --help");
    return Main.USAGE;
  }

  private static int failure(Console console, Exception e, boolean debug) {
    if (debug) {
      e.printStackTrace(console.err());
    }
    boolean expected = e instanceof UsageException || e instanceof CatalogException;
    boolean input = expected || e instanceof IOException || e instanceof UncheckedIOException;
    console.out().flush();
    console.complain(input ? firstLine(String.valueOf(e.getMessage())) : Main.internalError(e));
    return Main.USAGE;
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.isEmpty()
        ? line
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
