package dev.smtpcode.log.mail;

import dev.smtpcode.log.BlockReader;
import dev.smtpcode.log.LineScanner;
import java.io.IOException;
import java.util.Arrays;

/** Divides an mbox into pieces of whole messages, so that several threads can read them. */
public final class MboxPieces {
  private final BlockReader in;

  /** The beginning of the next piece. */
  private byte[] rest = {};

  private boolean ended;

  /**
   * @param in of which the beginning was read with {@link BlockReader#head}
   */
  public MboxPieces(BlockReader in) {
    this.in = in;
  }

  /** The length of the first piece, which lies in {@code b[0,length)}. */
  public int first(byte[] b, int length) {
    int last = MailSource.lastMessage(b, length);
    if (last == 0) {
      ended = true;
      return length;
    }
    rest = Arrays.copyOfRange(b, last, length);
    return last;
  }

  /** Reads the next piece, {@link BlockReader#BLOCK} at the most; its length, 0 for none. */
  public int read(byte[] b) throws IOException {
    int length = rest.length;
    System.arraycopy(rest, 0, b, 0, length);
    rest = new byte[0];
    int limit = b.length - LineScanner.PADDING;
    while (length < limit && !ended) {
      int n = in.readRaw(b, length, limit - length);
      ended = n < 0;
      length += Math.max(n, 0);
    }
    return ended ? length : first(b, length);
  }

  /** Whether there is no further piece: what is left of the mbox belongs to the last message. */
  public boolean ended() {
    return ended;
  }
}
