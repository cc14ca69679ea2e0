package dev.smtpcode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code scan}, by the groups that help shows. */
final class ScanOptions {
  /** What parts the values of an option, as a regular expression. */
  private static final String LIST = "\\s*,\\s*";

  @Mixin(name = "count")
  Count count = new Count();

  @Mixin(name = "filters")
  Filters filters = new Filters();

  @Mixin(name = "output")
  Output output = new Output();

  @Mixin(name = "running")
  Running running = new Running();

  /** What is counted. */
  static final class Count {
    @Option(names = "--since", paramLabel = "TIME")
    String since;

    @Option(names = "--until", paramLabel = "TIME")
    String until;

    @Option(names = "--by", paramLabel = "WHAT")
    String by;

    @Option(names = "--top", paramLabel = "N")
    int top = 10;
  }

  /** Which delivery events are counted; each takes several values, one of which must fit. */
  static final class Filters {
    @Option(names = "--outcome", split = LIST, paramLabel = "OUTCOME")
    List<String> outcomes = new ArrayList<>();

    @Option(names = "--cause", split = LIST, paramLabel = "CAUSE")
    List<String> causes = new ArrayList<>();

    @Option(names = "--domain", split = LIST, paramLabel = "DOMAIN")
    List<String> domains = new ArrayList<>();

    @Option(names = "--provider", split = LIST, paramLabel = "NAME")
    List<String> providers = new ArrayList<>();

    @Option(names = "--code", split = LIST, paramLabel = "CODE")
    List<String> codes = new ArrayList<>();
  }

  /** What is written besides the summary, or instead of it. */
  static final class Output {
    @Option(names = "--events", fallbackValue = "true")
    boolean events;

    @Option(names = "--suppress", paramLabel = "FILE")
    Path suppress;

    @Option(names = "--redact", fallbackValue = "true")
    boolean redact;
  }

  /** How the scan runs and ends. */
  static final class Running {
    /** More would wait for the one that reads, each with blocks of its own in memory. */
    private static final int USEFUL_THREADS = 16;

    @Option(names = "--fail-on", split = LIST, paramLabel = "LIMIT")
    List<String> failOn = new ArrayList<>();

    @Option(names = "--log-format", paramLabel = "FORMAT")
    String logFormat;

    @Option(names = "--threads", paramLabel = "N")
    int threads = Math.min(USEFUL_THREADS, Runtime.getRuntime().availableProcessors());
  }
}
