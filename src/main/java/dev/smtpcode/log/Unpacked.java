package dev.smtpcode.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * Opens a stream as what is packed in it: gzip, bzip2, xz, Zstandard and LZ4 by their magic bytes,
 * in several members too; UTF-16 as UTF-8.
 */
public final class Unpacked {
  private static final int HEAD = 8;
  private static final int BUFFER = 1 << 16;

  private Unpacked() {}

  /**
   * @param compressed whether {@link #stream} unpacks
   */
  public record Opened(InputStream stream, boolean compressed) {}

  public static Opened open(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, HEAD);
    byte[] head = start.readNBytes(HEAD);
    start.unread(head);
    InputStream plain = unpacked(head, start);
    boolean compressed = plain != start;
    if (compressed) {
      start = new PushbackInputStream(plain, HEAD);
      head = start.readNBytes(HEAD);
      start.unread(head);
    }
    if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
      return new Opened(new Utf16Stream(start), compressed);
    }
    int mark = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    start.skipNBytes(mark);
    return new Opened(new Direct(start, compressed ? plain : in, head.length - mark), compressed);
  }

  private static InputStream unpacked(byte[] head, InputStream start) throws IOException {
    if (starts(head, 0x1f, 0x8b)) {
      return new GZIPInputStream(new MoreToCome(start), BUFFER);
    }
    if (starts(head, 'B', 'Z', 'h')) {
      return Decompressors.bzip2(start);
    }
    if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return Decompressors.xz(start);
    }
    if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return Decompressors.zstandard(start);
    }
    if (starts(head, 0x04, 0x22, 0x4d, 0x18)) {
      return Decompressors.lz4(start);
    }
    return start;
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Says that more may come until the end was met: the JDK's gzip takes 0 for the end of the file.
   */
  private static final class MoreToCome extends FilterInputStream {
    private boolean ended;

    MoreToCome(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      ended |= b < 0;
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      ended |= n < 0;
      return n;
    }

    @Override
    public int available() {
      return ended ? 0 : 1;
    }
  }

  /** The pushed back bytes, then the stream itself, without a layer between. */
  private static final class Direct extends BulkInputStream {
    private final InputStream head;
    private final InputStream rest;
    private int left;

    Direct(InputStream head, InputStream rest, int left) {
      this.head = head;
      this.rest = rest;
      this.left = left;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      if (left > 0) {
        int n = head.read(b, off, Math.min(len, left));
        left -= Math.max(n, 0);
        return n;
      }
      return rest.read(b, off, len);
    }

    @Override
    public int available() throws IOException {
      return left > 0 ? left : rest.available();
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
