package dev.smtpcode.cli;

import dev.smtpcode.catalog.CatalogException;
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
    Console console = Console.ofProcess();
    int status = run(console, arguments);
    console.out().flush();
    console.err().flush();
    // A reader that closed the pipe, as head does, has what it wanted: that is no error.
    Runtime.getRuntime().halt(status);
  }

  /** Runs the command line and returns its exit status; never throws. */
  static int run(Console console, String[] arguments) {
    try {
      PlainArguments plain = PlainArguments.read(arguments);
      if (plain == null) {
        return CommandLineRun.run(console, arguments);
      }
      Session session = new Session(console, plain.choice());
      return plain.command().equals("compare")
          ? Compare.run(session, plain.words())
          : Explain.run(session, plain.words());
    } catch (UsageException | CatalogException e) {
      console.out().flush();
      console.complain(e.getMessage());
      return USAGE;
    } catch (IOException | UncheckedIOException e) {
      console.complain(e.getMessage());
      return USAGE;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      console.out().flush();
      console.complain(internalError(e));
      return USAGE;
    }
  }

  /** What to say of a failure that is nobody's but ours. */
  static String internalError(Throwable e) {
    return "internal error, run again with --debug and report it: " + e;
  }
}
