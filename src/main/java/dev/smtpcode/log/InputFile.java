package dev.smtpcode.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An input that can be opened once.
 *
 * @param name as the user gave it; {@code -} for standard input
 * @param path null for standard input
 * @param size in bytes, compressed where it is; -1 where it is not known
 * @param written when it was written last: stamps without a year lie before it
 */
public record InputFile(String name, Path path, long size, Instant written) {
  /** Name of standard input. */
  public static final String STDIN = "-";

  static InputFile stdin() {
    return new InputFile(STDIN, null, -1, Instant.now());
  }

  static InputFile of(String name, Path path) throws IOException {
    Instant written = Files.getLastModifiedTime(path).toInstant();
    return new InputFile(name, path, Files.isRegularFile(path) ? Files.size(path) : -1, written);
  }

  /** Whether it is this file, by whatever name. */
  public boolean is(Path file) {
    try {
      return path != null && Files.isSameFile(path, file);
    } catch (IOException e) {
      return false; // one of them is not there
    }
  }

  /** Whether it is read from a file, not waited for. */
  public boolean isFile() {
    return size >= 0;
  }

  /**
   * @param in standard input
   */
  public InputStream open(InputStream in) throws IOException {
    return path == null ? in : new java.io.FileInputStream(path.toFile());
  }
}
