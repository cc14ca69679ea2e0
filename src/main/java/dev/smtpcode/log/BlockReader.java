package dev.smtpcode.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Divides a stream into blocks of whole lines. A line longer than {@link #MAX_LINE} is cut there,
 * what is left of it passed over.
 */
public final class BlockReader {
  /** Bytes of a line that are read. */
  public static final int MAX_LINE = 1 << 18;

  /** Size of an array that a block is read into. */
  public static final int BLOCK = (1 << 20) + LineScanner.PADDING;

  /** Java copies what it reads through a buffer of that size: a small one stays in the cache. */
  private static final int READ = 1 << 16;

  /** How long a slow source is waited for before what there is of it is handed on. */
  private static final long PATIENCE_NANOS = 100_000_000L;

  /** Less than a pipe holds: a writer that is as fast as it can be fills it. */
  private static final int SMALL_READ = 1 << 15;

  /** How long, in steps, a pipe that was all read is waited for before it counts as paused. */
  private static final int PAUSE_STEPS = 50;

  private static final long STEP_NANOS = 50_000L;

  private final InputStream in;
  private final boolean live;

  /** The beginning of a line whose rest comes with the next block; made when there is one. */
  private byte[] carry = {};

  private int carried;
  private boolean ended;
  private boolean skipping;

  /** Why the source ended early; told once all before it is handed on. */
  private IOException failure;

  private long bytes;
  private int cut;
  private long lastBlock = System.nanoTime();

  /**
   * @param live whether bytes come as they are written, as from a pipe: those that are there are
   *     handed on when no more come for some milliseconds
   */
  public BlockReader(InputStream in, boolean live) {
    this.in = in;
    this.live = live;
  }

  /** Bytes read so far. */
  public long bytes() {
    return bytes;
  }

  /** Lines cut since this was asked last. */
  public int takeCut() {
    int n = cut;
    cut = 0;
    return n;
  }

  /**
   * Reads the beginning of the source as it is, lines not yet cut. It becomes the first block with
   * {@link #lines}, unless what is left is read raw.
   *
   * @return its length; 0 for an empty source
   */
  public int head(byte[] b) throws IOException {
    int length = fill(b, 0, b.length - LineScanner.PADDING);
    if (length == 0) {
      broken();
    }
    return length;
  }

  /** Makes a block of whole lines of the beginning: its length, or -1 where more must be read. */
  public int lines(byte[] b, int length) {
    int end = wholeLines(b, length);
    return end == 0 ? -1 : end;
  }

  /**
   * Reads the next block into {@code b}, {@link #BLOCK} long.
   *
   * @return its length, or -1 at the end of the source
   * @throws IOException where the source cannot be read on; what was read before was handed on
   */
  public int read(byte[] b) throws IOException {
    int limit = b.length - LineScanner.PADDING;
    while (true) {
      System.arraycopy(carry, 0, b, 0, carried);
      int length = carried;
      carried = 0;
      length = fill(b, length, limit);
      if (skipping) {
        length = skip(b, length);
      }
      if (length == 0) {
        if (ended) {
          broken();
          return -1;
        }
        continue;
      }
      int end = wholeLines(b, length);
      if (end > 0) {
        lastBlock = System.nanoTime();
        return end;
      }
    }
  }

  private void broken() throws IOException {
    if (failure != null) {
      IOException e = failure;
      failure = null;
      throw e;
    }
  }

  /** Reads what comes next as it is, for a source that is no log; what was kept of a line first. */
  public int readRaw(byte[] b, int off, int len) throws IOException {
    if (carried > 0) {
      int n = Math.min(len, carried);
      System.arraycopy(carry, 0, b, off, n);
      carried -= n;
      System.arraycopy(carry, n, carry, 0, carried);
      return n;
    }
    int n = ended ? -1 : in.read(b, off, len);
    bytes += Math.max(n, 0);
    ended |= n < 0;
    return n;
  }

  private int fill(byte[] b, int from, int limit) throws IOException {
    int length = from;
    while (!ended && length < limit) {
      int n;
      try {
        n = in.read(b, length, Math.min(limit - length, READ));
      } catch (IOException e) {
        failure = e;
        n = -1;
      }
      if (n < 0) {
        ended = true;
        break;
      }
      bytes += n;
      length += n;
      if (length < limit && pauses(n)) {
        break;
      }
    }
    return length;
  }

  /**
   * @param read length of what was read last
   */
  private boolean pauses(int read) throws IOException {
    if (!live || read > SMALL_READ) {
      return System.nanoTime() - lastBlock > PATIENCE_NANOS && in.available() == 0;
    }
    for (int i = 0; i < PAUSE_STEPS; i++) {
      if (in.available() > 0) {
        return false;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }

  /** Passes over the rest of a line that was cut; what is left begins a line. */
  private int skip(byte[] b, int length) {
    int newline = Bytes.indexOf(b, 0, length, '\n');
    if (newline < 0) {
      return 0;
    }
    skipping = false;
    System.arraycopy(b, newline + 1, b, 0, length - newline - 1);
    return length - newline - 1;
  }

  /** Keeps the last line for later where it is not whole. */
  private int wholeLines(byte[] b, int length) {
    if (ended) {
      return length;
    }
    int end = Bytes.lastIndexOf(b, 0, length, '\n') + 1;
    int rest = length - end;
    if (rest < MAX_LINE) {
      if (rest > carry.length) {
        carry = new byte[MAX_LINE];
      }
      System.arraycopy(b, end, carry, 0, rest);
      carried = rest;
      return end;
    }
    cut++;
    skipping = true;
    b[end + MAX_LINE - 1] = '\n';
    return end + MAX_LINE;
  }
}
