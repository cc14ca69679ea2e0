package dev.smtpcode.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** UTF-16 with a byte order mark, as Exchange and PowerShell write it, read as UTF-8. */
final class Utf16Stream extends BulkInputStream {
  private static final int CHARS = 1 << 13;

  private final Reader in;
  private final char[] chars = new char[CHARS];
  private byte[] bytes = new byte[0];
  private int at;

  Utf16Stream(InputStream in) {
    this.in = new InputStreamReader(in, StandardCharsets.UTF_16);
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(len, bytes.length - at);
    System.arraycopy(bytes, at, b, off, n);
    at += n;
    return n;
  }

  @Override
  public int available() throws IOException {
    return at < bytes.length ? bytes.length - at : in.ready() ? 1 : 0;
  }

  private boolean fill() throws IOException {
    while (at >= bytes.length) {
      int n = in.read(chars, 0, CHARS - 1);
      if (n < 0) {
        return false;
      }
      if (n > 0 && Character.isHighSurrogate(chars[n - 1])) {
        int low = in.read();
        if (low >= 0) {
          chars[n++] = (char) low;
        }
      }
      bytes = new String(chars, 0, n).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
