package dev.smtpcode.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Shows on the terminal what is longer than its screen, through {@code $PAGER}. */
final class Pager {
  private static final String USUAL = "less";

  /** Ends at once where all fits the screen, lets colors through, leaves the text on the screen. */
  private static final String FLAGS = "FRX";

  /** What a shell answers that did not find a command or could not run it. */
  private static final int NOT_RUN = 126;

  private static final int NOT_FOUND = 127;

  private final Console console;

  Pager(Console console) {
    this.console = console;
  }

  /** Shows the text through the pager, or as it is where that is not needed or not possible. */
  void show(String text) {
    String command = command();
    if (command == null || !isLong(text) || !run(command, text)) {
      console.out().print(text);
    }
  }

  private String command() {
    String own = console.variable("PAGER");
    if (own != null) {
      return own.equals("cat") ? null : own;
    }
    return isInstalled() ? USUAL + " -" + FLAGS : null;
  }

  private boolean isInstalled() {
    String path = console.variable("PATH");
    if (path != null) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        if (Files.isExecutable(Path.of(folder, USUAL))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A screen has one line less for text: the pager asks on it. */
  private boolean isLong(String text) {
    String rows = console.variable("SMTPCODE_ROWS");
    try {
      return rows != null && countLines(text) >= Integer.parseInt(rows);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int countLines(String text) {
    int lines = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      lines++;
    }
    return lines;
  }

  private boolean run(String command, String text) {
    console.out().flush();
    console.err().flush();
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.putIfAbsent("LESS", FLAGS);
    environment.put("LESSCHARSET", "utf-8");
    Process pager;
    try {
      pager = builder.start();
    } catch (IOException e) {
      return false; // no shell: shown without a pager
    }
    // Ctrl-C means the pager, which takes it for its own: this process must not leave before it.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(pager)));
    try (OutputStream in = pager.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // the reader left before the end, as readers do
    }
    int status = await(pager);
    return status != NOT_RUN && status != NOT_FOUND;
  }

  private static int await(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // nobody interrupts this thread for a reason of ours
        Thread.interrupted();
      }
    }
  }
}
