package dev.smtpcode.cli;

import dev.smtpcode.render.Clean;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The streams and the environment of a run: results go to {@code out}, all else to {@code err};
 * both are UTF-8 whatever the locale.
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> env) {

  static Console ofProcess() {
    return ofProcess(new Output());
  }

  static Console ofProcess(Output out) {
    return new Console(
        System.in,
        utf8(out, false),
        utf8(new FileOutputStream(FileDescriptor.err), true),
        System.getenv());
  }

  private static PrintStream utf8(FileOutputStream to, boolean flushEachLine) {
    return new PrintStream(
        new BufferedOutputStream(to, 1 << 13), flushEachLine, StandardCharsets.UTF_8);
  }

  /** A variable's value, null where it is unset or empty. */
  String variable(String name) {
    String value = env.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** One line to standard error, in the form of all messages; it may quote anything. */
  void complain(String message) {
    err.println("smtpcode: " + Clean.line(message));
    err.flush();
  }
}
