package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@DisplayName("Packed streams are told by their first bytes")
class UnpackedTest {
  private static final String TEXT = "one line\nanother ünï\n".repeat(5000);

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packer packer, int members) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      try (OutputStream out = packer.over(one)) {
        out.write(TEXT.getBytes(StandardCharsets.UTF_8));
      }
      one.writeTo(all);
    }
    return all.toByteArray();
  }

  /** A pipe: a few bytes at a time, none of them said to be available. */
  private static InputStream pipe(byte[] b) {
    return new ByteArrayInputStream(b) {
      @Override
      public synchronized int read(byte[] to, int off, int len) {
        return super.read(to, off, Math.min(len, 97));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }

  private static String text(byte[] b) throws IOException {
    return new String(Unpacked.open(pipe(b)).stream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("gzip, bzip2, xz, Zstandard and LZ4, also in several members from a pipe")
  void members() throws IOException {
    Packer[] packers = {
      GZIPOutputStream::new,
      BZip2CompressorOutputStream::new,
      out -> new XZOutputStream(out, new LZMA2Options(1)),
      ZstdOutputStream::new,
      FramedLZ4CompressorOutputStream::new
    };
    for (int i = 0; i < packers.length; i++) {
      assertEquals(TEXT, text(packed(packers[i], 1)), "packer " + i);
      assertEquals(TEXT + TEXT + TEXT, text(packed(packers[i], 3)), "packer " + i);
    }
  }

  @Test
  @DisplayName("plain text, UTF-16 with a mark, UTF-8 with a mark, next to nothing")
  void plain() throws IOException {
    assertEquals(TEXT, text(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertEquals(TEXT, text(TEXT.getBytes(StandardCharsets.UTF_16)));
    assertEquals("a😀b", text("\ufeffa😀b".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("x", text("\ufeffx".getBytes(StandardCharsets.UTF_8)));
    assertEquals("", text(new byte[0]));
    assertEquals("a", text(new byte[] {'a'}));
  }
}
