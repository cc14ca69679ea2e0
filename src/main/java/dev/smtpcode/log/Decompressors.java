package dev.smtpcode.log;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** What the JDK does not unpack; apart, for plain files are read without opening the libraries. */
final class Decompressors {
  private static final int BUFFER = 1 << 16;

  /** What xz may take for its dictionary; {@code xz -9} wants 64 MiB. */
  private static final int XZ_KIBIBYTES = 80 << 10;

  private Decompressors() {}

  static InputStream bzip2(InputStream in) throws IOException {
    return new BZip2CompressorInputStream(new BufferedInputStream(in, BUFFER), true);
  }

  static InputStream xz(InputStream in) throws IOException {
    return new XZInputStream(new BufferedInputStream(in, BUFFER), XZ_KIBIBYTES);
  }

  static InputStream zstandard(InputStream in) throws IOException {
    return new ZstdInputStream(in);
  }

  static InputStream lz4(InputStream in) throws IOException {
    return new FramedLZ4CompressorInputStream(new BufferedInputStream(in, BUFFER), true);
  }
}
