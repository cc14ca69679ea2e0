package dev.smtpcode.cli;

import dev.smtpcode.catalog.MessageException;
import dev.smtpcode.catalog.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The entry point: decides on streams and exit status, nothing else. */
public final class Main {
  static final int OK = 0;

  /** A scan found what {@code --fail-on} asks for. */
  static final int FOUND = 1;

  /** Usage or input that cannot be acted on. */
  static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    Output output = new Output();
    Console console = Console.ofProcess(output);
    int status = run(console, arguments);
    console.out().flush();
    IOException loss = output.loss();
    if (loss != null) {
      console.complain(messages(console, arguments).get("cli.error.output", loss.getMessage()));
      status = USAGE;
    }
    console.err().flush();
    Runtime.getRuntime().halt(status);
  }

  /** Runs the command line and returns its exit status; never throws. */
  static int run(Console console, String[] arguments) {
    return run(console, arguments, PlainArguments.read(arguments));
  }

  /**
   * Runs the command line.
   *
   * @param plain what the arguments say, null where that is for picocli to find out
   */
  static int run(Console console, String[] arguments, PlainArguments plain) {
    try {
      boolean isPlain =
          plain != null && (plain.scan() == null || !Defaults.of(console).hasOwn("scan"));
      if (!isPlain) {
        return CommandLineRun.run(console, arguments);
      }
      Session session = new Session(console, plain.command(), plain.choice());
      return switch (plain.command()) {
        case "compare" -> Compare.run(session, plain.words());
        case "scan" -> new Scan(session, plain.scan()).run(plain.words());
        default -> Explain.run(session, plain.words());
      };
    } catch (MessageException e) {
      console.out().flush();
      console.complain(line(e, console, arguments));
    } catch (IOException | UncheckedIOException e) {
      console.out().flush();
      console.complain(String.valueOf(e.getMessage()));
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      console.out().flush();
      complain(e, console, arguments);
    }
    return USAGE;
  }

  /** The line to say, with the place where the value was set that it is about. */
  private static String line(MessageException e, Console console, String[] arguments) {
    String line = e.in(Languages.forHelp(console, arguments));
    String option = e instanceof UsageException usage ? usage.option() : null;
    if (option == null || Given.has(arguments, option)) {
      return line;
    }
    Defaults.Value set = Defaults.forHelp(console).of(Given.command(arguments), option);
    return set == null ? line : set.place() + ": " + line;
  }

  /** Tells of a failure that is nobody's but ours. */
  private static void complain(Throwable e, Console console, String[] arguments) {
    if (wantsTrace(console, arguments)) {
      e.printStackTrace(console.err());
    }
    console.complain(messages(console, arguments).get("cli.error.internal", e));
  }

  private static boolean wantsTrace(Console console, String[] arguments) {
    try {
      return Given.has(arguments, "debug")
          || "true".equals(Defaults.forHelp(console, arguments, "debug"));
    } catch (RuntimeException alsoBroken) {
      return false;
    }
  }

  private static Messages messages(Console console, String[] arguments) {
    try {
      return Languages.forHelp(console, arguments);
    } catch (RuntimeException alsoBroken) {
      return new Messages("en");
    }
  }
}
