package dev.smtpcode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What to count of a log, and how. */
final class ScanOptions {
  @Option(
      names = "--events",
      description = "Writes each delivery event as a JSON object on a line, instead of a summary.")
  boolean events;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Counts from then on: 2026-11-23, '2026-11-23 05:50', -1h, today, yesterday.")
  String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Counts up to then; a day is counted to its end.")
  String until;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "Counts failures also by cause, code, domain, provider, relay, hour or day.")
  String by;

  @Option(names = "--top", paramLabel = "N", description = "Length of lists; 10 unless told.")
  int top = 10;

  @Option(
      names = "--outcome",
      split = ",",
      paramLabel = "OUTCOME",
      description =
          "Only events of it: delivered, deferred, bounced, rejected, complaint, auto-reply.")
  List<String> outcomes = new ArrayList<>();

  @Option(
      names = "--cause",
      split = ",",
      paramLabel = "CAUSE",
      description = "Only failures for it, such as greylisted.")
  List<String> causes = new ArrayList<>();

  @Option(
      names = "--domain",
      split = ",",
      paramLabel = "DOMAIN",
      description = "Only recipients of the domain and those below it.")
  List<String> domains = new ArrayList<>();

  @Option(
      names = "--provider",
      split = ",",
      paramLabel = "PROVIDER",
      description = "Only what the provider answered, such as gmail.")
  List<String> providers = new ArrayList<>();

  @Option(
      names = "--code",
      split = ",",
      paramLabel = "CODE",
      description = "Only events with the code; x stands for any digit: 4xx, 5.7.x.")
  List<String> codes = new ArrayList<>();

  @Option(
      names = "--suppress",
      paramLabel = "FILE",
      description = "Writes the addresses that are dead to a CSV file, with cause and date.")
  Path suppress;

  @Option(
      names = "--fail-on",
      paramLabel = "LIMIT",
      description =
          "Ends with status 1 where a limit is passed: 'hard>2%%', 'bounced>100',"
              + " 'greylisted>=5%%'.")
  List<String> failOn = new ArrayList<>();

  @Option(names = "--redact", description = "Hashes addresses, so that the report can be shared.")
  boolean redact;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "Takes all lines for that format instead of finding out.")
  String logFormat;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read events; one a processor unless told.")
  int threads = Runtime.getRuntime().availableProcessors();
}
