package dev.smtpcode.cli;

import dev.smtpcode.render.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a command line through picocli. */
final class CommandLineRun {
  private CommandLineRun() {}

  /**
   * @return the exit status
   * @throws UsageException for arguments that cannot be understood
   */
  static int run(Console console, String[] arguments) throws Exception {
    CommandLine root = model(console);
    if (arguments.length == 0) {
      console.err().print(help(root.getCommandSpec(), console, arguments));
      return Main.USAGE;
    }
    ParseResult parsed = parse(root, console, arguments);
    while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
      parsed = parsed.subcommand();
    }
    Object command = parsed.commandSpec().userObject();
    if (parsed.isVersionHelpRequested()) {
      console.out().println(new Version().getVersion()[0]);
    } else if (parsed.isUsageHelpRequested()) {
      console.out().print(help(parsed.commandSpec(), console, arguments));
    } else if (command instanceof HelpCommand about) {
      console.out().print(help(about.about(root), console, arguments));
    } else if (command instanceof Callable<?> callable) {
      return (Integer) callable.call();
    } else {
      console.err().print(help(parsed.commandSpec(), console, arguments));
      return Main.USAGE;
    }
    return Main.OK;
  }

  private static ParseResult parse(CommandLine root, Console console, String[] arguments) {
    if (needsDefaults(arguments)) {
      Defaults defaults = Defaults.of(console);
      root.setDefaultValueProvider(argument -> defaultOf(argument, defaults));
    }
    root.setOverwrittenOptionsAllowed(true); // the last counts, as without picocli
    root.setExpandAtFiles(false); // a reply may begin with an @
    try {
      return root.parseArgs(withCommand(arguments));
    } catch (ParameterException e) {
      throw ParseErrors.of(e);
    }
  }

  /** The commands and options, also for man pages and completions. */
  static CommandLine model(Console console) {
    return new CommandLine(new RootCommand(), new Commands(console));
  }

  private static String help(CommandSpec command, Console console, String[] arguments) {
    HelpTexts texts = new HelpTexts(Languages.forHelp(console, arguments));
    String colors = Defaults.forHelp(console, arguments, "color");
    boolean known = List.of(Session.COLORS).contains(String.valueOf(colors));
    Display display = Session.display(console, known ? colors : null);
    return new HelpPage(texts, display).of(command);
  }

  /** Help and version are shown even where a default is wrong. */
  private static boolean needsDefaults(String[] arguments) {
    List<String> given = List.of(arguments);
    return Stream.of("-h", "--help", "-V", "--version").noneMatch(given::contains)
        && !Given.command(arguments).equals("help");
  }

  /** A code where a command should stand is short for explain and the code. */
  private static String[] withCommand(String[] arguments) {
    int first = Given.beforeCommand(arguments);
    List<String> whole = new ArrayList<>(List.of(arguments));
    if (first < arguments.length && PlainArguments.isCode(arguments[first])) {
      whole.add(first, "explain");
    }
    return whole.toArray(String[]::new);
  }

  /** The options that all commands share are left alone: {@link Session} completes them. */
  private static String defaultOf(ArgSpec argument, Defaults defaults) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = HelpTexts.name(option);
    if (Defaults.SHARED.contains(name)) {
      return null;
    }
    Defaults.Value value = defaults.of(argument.command().name(), name);
    return value == null ? null : value.text();
  }
}
