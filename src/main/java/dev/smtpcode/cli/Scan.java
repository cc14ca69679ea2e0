package dev.smtpcode.cli;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.cause.RuleLoader;
import dev.smtpcode.log.InputFinder;
import dev.smtpcode.log.LogFormats;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.render.Clean;
import dev.smtpcode.render.Renderer;
import dev.smtpcode.render.ScanPage;
import dev.smtpcode.render.ScanSuppression;
import dev.smtpcode.scan.FailOn;
import dev.smtpcode.scan.Filter;
import dev.smtpcode.scan.GroupBy;
import dev.smtpcode.scan.Progress;
import dev.smtpcode.scan.RedactionKey;
import dev.smtpcode.scan.ScanRequest;
import dev.smtpcode.scan.Scanner;
import dev.smtpcode.scan.Summary;
import dev.smtpcode.scan.TimeRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Runs a scan and shows what it found. */
final class Scan {
  private static final int MAX_THREADS = 64;
  private static final int MAX_TOP = 100_000;
  private static final int KEY_BYTES = 32;

  private final Session session;
  private final Console console;
  private final Messages messages;
  private final ScanOptions options;
  private final RuleLoader rules;

  Scan(Session session, ScanOptions options) {
    this.session = session;
    this.options = options;
    console = session.console();
    messages = session.messages();
    rules = new RuleLoader(session.catalog());
    if (session.catalog().hasOverlay()) {
      rules.get(); // what is wrong with a user's own rules is told before anything is read
    }
  }

  int run(List<String> inputs) throws IOException {
    Renderer renderer = session.renderer(ScanPage.class);
    List<FailOn> limits = limits();
    LogFormats formats = LogFormats.bundled().with(session.catalog().ownFormats());
    ScanRequest request = request(inputs, formats);
    boolean count = !limits.isEmpty() || options.output.suppress != null;
    OutputStream events = options.output.events ? new Unclosed(console.out()) : null;
    Scanner scanner = new Scanner(rules, formats);
    Summary summary;
    try (ScanProgress bar = progress()) {
      Scanner.Run run = prepare(scanner, request, events, count, bar);
      checkSuppress(run);
      if (bar != null) {
        bar.size(run.size());
      }
      Thread interrupted = new Thread(() -> interrupted(run, renderer, bar));
      Runtime.getRuntime().addShutdownHook(interrupted);
      try {
        summary = run.finish();
      } catch (Unclosed.ClosedException closed) {
        return Main.OK; // the reader had enough
      } finally {
        forget(interrupted);
      }
    }
    if (events == null) {
      session.show(renderer.render(page(summary)));
    }
    if (options.output.suppress != null) {
      suppress(summary);
    }
    complain(summary, events != null);
    return status(summary, limits);
  }

  private Scanner.Run prepare(
      Scanner scanner, ScanRequest request, OutputStream events, boolean count, ScanProgress bar) {
    try {
      return scanner.prepare(
          request, console.in(), events, count, bar == null ? Progress.NONE : bar);
    } catch (Scanner.NoInputException e) {
      throw new UsageException("scan.error.input", Clean.line(e.getMessage()));
    }
  }

  /** Ctrl-C: shows what was counted so far. */
  private void interrupted(Scanner.Run run, Renderer renderer, ScanProgress bar) {
    run.stop();
    if (bar != null) {
      bar.close();
    }
    if (!options.output.events) {
      console.out().print(renderer.render(page(run.soFar())));
    }
    console.out().flush();
    if (options.output.suppress != null) {
      console.complain(messages.get("scan.suppress.partial", options.output.suppress));
    }
  }

  /** Takes the hook off. Where it is running it has the last word: this thread never goes on. */
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      while (true) {
        LockSupport.park(hook);
      }
    }
  }

  private ScanProgress progress() {
    boolean terminal = console.variable("SMTPCODE_TERMINAL_ERR") != null;
    return terminal
        ? new ScanProgress(console.err(), messages.get("scan.progress"), session.display().width())
        : null;
  }

  private ScanPage page(Summary s) {
    return new ScanPage(messages, session.catalog(), s);
  }

  /** Finds out before all is read what can be known of the file to write. */
  private void checkSuppress(Scanner.Run run) {
    Path file = options.output.suppress;
    if (file == null) {
      return;
    }
    if (run.reads(file)) {
      throw UsageException.ofOption("suppress", "scan.error.suppress-input", file);
    }
    Path folder = file.toAbsolutePath().getParent();
    boolean writable = Files.exists(file) ? Files.isWritable(file) : Files.isWritable(folder);
    if (!writable || Files.isDirectory(file)) {
      throw UsageException.ofOption("suppress", "scan.error.suppress-file", file);
    }
  }

  private void suppress(Summary summary) {
    Path file = options.output.suppress;
    try {
      Files.writeString(file, new ScanSuppression().list(summary), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UsageException.ofOption("suppress", "scan.error.suppress", file, InputFinder.reason(e));
    }
    int n = summary.suppressed().size();
    String addresses = messages.get("scan.count.addresses." + (n == 1 ? "one" : "many"), n);
    console.complain(messages.get("scan.suppress.written", addresses, Clean.line(file.toString())));
    if (summary.unlisted() > 0) {
      console.complain(messages.get("scan.suppress.unlisted", summary.unlisted()));
    }
  }

  /** What was not read is said on standard error too, where no summary says it. */
  private void complain(Summary summary, boolean events) {
    if (events) {
      for (Message unread : summary.input().unread()) {
        console.complain(messages.get("scan.note.unread", messages.get(unread)));
      }
    }
  }

  private int status(Summary summary, List<FailOn> limits) {
    int status = summary.input().unread().isEmpty() ? Main.OK : Main.USAGE;
    for (int i = 0; i < limits.size(); i++) {
      if (limits.get(i).isMet(summary)) {
        console.complain(
            messages.get(
                "scan.fail-on.met",
                options.running.failOn.get(i).strip(),
                limits.get(i).count(summary)));
        status = Main.FOUND;
      }
    }
    return status;
  }

  private List<FailOn> limits() {
    List<FailOn> limits = new ArrayList<>();
    for (String text : options.running.failOn) {
      FailOn limit;
      try {
        limit = FailOn.parse(text);
      } catch (IllegalArgumentException e) {
        throw UsageException.ofOption("fail-on", "scan.error.fail-on", Clean.line(text));
      }
      boolean known =
          limit.what().equals("failures")
              || Outcome.of(limit.what()) != null
              || List.of("soft", "hard", "block").contains(limit.what())
              || causes().contains(limit.what());
      if (!known) {
        throw UnknownWord.cause("fail-on", Clean.line(limit.what()), causes());
      }
      limits.add(limit);
    }
    return limits;
  }

  private ScanRequest request(List<String> inputs, LogFormats formats) {
    if (options.running.threads < 1 || options.running.threads > MAX_THREADS) {
      throw UsageException.ofOption("threads", "scan.error.threads");
    }
    if (options.count.top < 1 || options.count.top > MAX_TOP) {
      throw UsageException.ofOption("top", "scan.error.top");
    }
    if (options.running.logFormat != null && !formats.ids().contains(options.running.logFormat)) {
      throw UsageException.ofOption(
          "log-format",
          "scan.error.log-format",
          Clean.line(options.running.logFormat),
          String.join(", ", formats.ids()));
    }
    if (inputs.isEmpty() && console.variable("SMTPCODE_TERMINAL_IN") != null) {
      throw new UsageException("scan.error.nothing");
    }
    if (options.output.redact && options.output.suppress != null) {
      throw UsageException.ofOption("suppress", "scan.error.suppress-redacted");
    }
    return new ScanRequest(
        inputs.isEmpty() ? List.of("-") : inputs,
        options.running.logFormat,
        options.running.threads,
        time(),
        filter(),
        options.count.top,
        by(),
        options.output.suppress != null,
        options.output.redact ? redaction() : null);
  }

  private RedactionKey redaction() {
    return new RedactionKey(
        new SecureRandom().generateSeed(KEY_BYTES), session.catalog().facts().userNames());
  }

  private TimeRange time() {
    if (options.count.since == null && options.count.until == null) {
      return TimeRange.ALWAYS; // time zones take a while to load
    }
    TimeRange range;
    try {
      range =
          TimeRange.of(
              options.count.since, options.count.until, ZonedDateTime.now(ZoneId.systemDefault()));
    } catch (IllegalArgumentException e) {
      String option = e.getMessage().equals(options.count.since) ? "since" : "until";
      throw UsageException.ofOption(option, "scan.error.time", Clean.line(e.getMessage()));
    }
    if (range.from() >= range.to()) {
      throw UsageException.ofOption(
          "until",
          "scan.error.time-order",
          Clean.line(options.count.since),
          Clean.line(options.count.until));
    }
    return range;
  }

  private GroupBy by() {
    if (options.count.by == null) {
      return null;
    }
    List<String> known = new ArrayList<>();
    for (GroupBy g : GroupBy.values()) {
      if (g.id().equals(options.count.by.toLowerCase(Locale.ROOT))) {
        return g;
      }
      known.add(g.id());
    }
    throw UsageException.ofOption(
        "by", "scan.error.by", Clean.line(options.count.by), String.join(", ", known));
  }

  private Filter filter() {
    EnumSet<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (String o : options.filters.outcomes) {
      Outcome outcome = Outcome.of(o);
      if (outcome == null) {
        List<String> known = new ArrayList<>();
        for (Outcome k : Outcome.values()) {
          known.add(k.id());
        }
        throw UsageException.ofOption(
            "outcome", "scan.error.outcome", Clean.line(o), String.join(", ", known));
      }
      outcomes.add(outcome);
    }
    for (String c : options.filters.causes) {
      if (!causes().contains(c)) {
        throw UnknownWord.cause("cause", Clean.line(c), causes());
      }
    }
    for (String p : options.filters.providers) {
      if (!rules.get().providers().contains(p)) {
        throw UnknownWord.provider("provider", Clean.line(p), rules.get().providers());
      }
    }
    List<String> codes = new ArrayList<>();
    for (String code : options.filters.codes) {
      if (!code.matches("[1-9xX][0-9xX]{2}|[245xX]\\.(\\d{1,3}|[xX])(\\.(\\d{1,3}|[xX]))?")) {
        throw UsageException.ofOption("code", "scan.error.code", Clean.line(code));
      }
      boolean lacksDetail = code.indexOf('.') > 0 && code.indexOf('.') == code.lastIndexOf('.');
      codes.add(lacksDetail ? code + ".x" : code);
    }
    return new Filter(
        outcomes,
        Set.copyOf(options.filters.causes),
        domains(),
        Set.copyOf(options.filters.providers),
        codes);
  }

  /** Domains as they are called, also where they are given as {@code @example.com}. */
  private List<String> domains() {
    List<String> domains = new ArrayList<>();
    for (String given : options.filters.domains) {
      String text = given.strip();
      String domain = text.startsWith("@") || text.startsWith(".") ? text.substring(1) : text;
      if (domain.isEmpty() || domain.indexOf('@') >= 0) {
        throw UsageException.ofOption("domain", "scan.error.domain", Clean.line(given));
      }
      domains.add(domain);
    }
    return domains;
  }

  private List<String> causes() {
    return rules.get().causes().causes();
  }

  /** Standard output, that tells when nobody reads it any more and is not closed. */
  private static final class Unclosed extends OutputStream {
    /** Nobody reads. */
    static final class ClosedException extends IOException {
      private static final long serialVersionUID = 1L;
    }

    private final PrintStream out;

    Unclosed(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
      if (out.checkError()) {
        throw new ClosedException();
      }
    }
  }
}
