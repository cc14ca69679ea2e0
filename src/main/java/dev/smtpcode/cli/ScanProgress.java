package dev.smtpcode.cli;

import dev.smtpcode.scan.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal, for scans that take longer than a second. */
final class ScanProgress implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long MEGABYTE = 1_000_000L;

  private final PrintStream terminal;
  private final String task;
  private final int width;
  private final long started = System.nanoTime();
  private long size = -1;
  private long read;
  private ProgressBar bar;

  ScanProgress(PrintStream terminal, String task, int width) {
    this.terminal = terminal;
    this.task = task;
    this.width = width;
  }

  /**
   * @param bytes all there is to read; -1 for unknown
   */
  synchronized void size(long bytes) {
    size = bytes;
  }

  @Override
  public synchronized void read(long bytes) {
    read += Math.max(0, bytes);
    if (bar == null && System.nanoTime() - started > PATIENCE_NANOS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(size)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setMaxRenderedLength(width)
              .setConsumer(new ConsoleProgressBarConsumer(terminal, width))
              .showSpeed()
              .clearDisplayOnFinish()
              .build();
    }
    if (bar != null) {
      bar.stepTo(read);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
