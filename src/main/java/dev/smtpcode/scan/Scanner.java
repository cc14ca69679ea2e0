package dev.smtpcode.scan;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.Message;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.InputFile;
import dev.smtpcode.log.InputFinder;
import dev.smtpcode.log.LogFormats;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Scans logs and bounce mails. Blocks of whole lines are read one after the other, scanned by as
 * many threads as asked for, and counted in the order they were read in, so that the result does
 * not depend on the number of threads.
 */
public final class Scanner {
  private final Supplier<RuleSet> rules;
  private final LogFormats formats;

  /** A scanner with rules that are there. */
  public Scanner(RuleSet rules, LogFormats formats) {
    this(() -> rules, formats);
  }

  /** A scanner with rules that are asked for when the first event is found. */
  public Scanner(Supplier<RuleSet> rules, LogFormats formats) {
    this.rules = rules;
    this.formats = formats;
  }

  /** A scan that is running, so that what it counted so far can be asked for. */
  public static final class Run {
    private final ScanRequest request;
    private final Pipeline pipeline;
    private final InputFinder inputs;

    private Run(ScanRequest request, Pipeline pipeline, InputFinder inputs) {
      this.request = request;
      this.pipeline = pipeline;
      this.inputs = inputs;
    }

    /** Size of all files together; -1 where that is not known. */
    public long size() {
      long sum = 0;
      for (InputFile f : inputs.found()) {
        if (!f.isFile()) {
          return -1;
        }
        sum += f.size();
      }
      return sum;
    }

    /** Whether a file is among those that are read. */
    public boolean reads(Path file) {
      return inputs.found().stream().anyMatch(f -> f.is(file));
    }

    /**
     * Reads all there is.
     *
     * @throws IOException where the results cannot be written
     */
    public Summary finish() throws IOException {
      pipeline.run(inputs.found());
      return summary(false);
    }

    /** What was counted so far; to be called from another thread. */
    public Summary soFar() {
      return summary(true);
    }

    /** Reads and writes no more. */
    public void stop() {
      pipeline.stop();
    }

    private Summary summary(boolean partial) {
      return pipeline.withTally(
          t -> SummaryMaker.make(t, request, pipeline.notes().found(), problems(), partial));
    }

    private List<Message> problems() {
      List<Message> all = new ArrayList<>(inputs.problems());
      all.addAll(pipeline.notes().problems());
      return all;
    }
  }

  /**
   * Prepares a scan.
   *
   * @param stdin what {@code -} stands for
   * @param events where events are to be written as JSON; null to count them only
   * @param count whether events are to be counted, even where they are written
   * @throws NoInputException for an input that names nothing
   */
  public Run prepare(
      ScanRequest request,
      InputStream stdin,
      OutputStream events,
      boolean count,
      Progress progress) {
    InputFinder finder = new InputFinder();
    for (String input : request.inputs()) {
      if (!finder.add(input)) {
        throw new NoInputException(input);
      }
    }
    finder.order();
    InputStream in =
        new FilterInputStream(stdin) {
          @Override
          public void close() {
            // not ours
          }
        };
    Tools tools = new Tools(rules, formats, MailWording::bundled);
    return new Run(
        request,
        new Pipeline(request, tools, in, events, count || events == null, progress),
        finder);
  }

  /** What threads share. */
  record Tools(Supplier<RuleSet> rules, LogFormats formats, Supplier<MailWording> wording) {}

  /** An input that names nothing that is there. */
  public static final class NoInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoInputException(String input) {
      super(input);
    }
  }
}
