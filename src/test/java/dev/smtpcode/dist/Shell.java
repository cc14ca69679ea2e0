package dev.smtpcode.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in an environment that holds only what a test says. */
final class Shell {
  /** What the build made. */
  static final Path DISTRIBUTION = Path.of("target", "smtpcode").toAbsolutePath();

  private static final int PATIENCE_SECONDS = 60;

  private final Map<String, String> environment = new HashMap<>();
  private final Path scratch;
  private Path folder;

  /**
   * @param scratch holds output, and is the home folder unless told
   */
  Shell(Path scratch) {
    this.scratch = scratch;
    folder = scratch;
    with("PATH", "/usr/bin:/bin");
    with("HOME", scratch.toString());
    with("JAVA_HOME", System.getProperty("java.home"));
    with("SMTPCODE_NO_ARCHIVE", "1");
  }

  /** What a run left. */
  record Result(int status, String out, String err) {}

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Shell without(String variable) {
    environment.remove(variable);
    return this;
  }

  Shell in(Path working) {
    folder = working;
    return this;
  }

  static boolean has(String program) {
    return List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").stream()
        .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
  }

  Result run(Object... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    Process process = start(out, err, command);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + List.of(command));
    }
    return new Result(process.exitValue(), text(out), text(err));
  }

  Process start(Path out, Path err, Object... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
