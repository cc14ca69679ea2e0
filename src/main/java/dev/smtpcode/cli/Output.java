package dev.smtpcode.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output, which remembers that it could not be written. */
final class Output extends FileOutputStream {
  /** Of the mode of a file: what it is (POSIX, sys/stat.h). */
  private static final int TYPE = 0xf000;

  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xc000;

  private IOException failure;

  Output() {
    super(FileDescriptor.out);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    try {
      super.write(b, off, len);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * Why not all was written; null where it was, or where nobody reads any more: who closes a pipe,
   * as head does, has what it wanted.
   */
  IOException loss() {
    return failure == null || isPipe() ? null : failure;
  }

  private static boolean isPipe() {
    try {
      int mode = (Integer) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return (mode & TYPE) == PIPE || (mode & TYPE) == SOCKET;
    } catch (IOException | UnsupportedOperationException e) {
      return true; // it cannot be told, as on Windows
    }
  }
}
