package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpcode.dist.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the real launcher against the files that the command line is held against in process. */
@DisplayName("The launcher prints what the folder of a case says")
class LauncherGoldenIT {
  private static final Path CASES = Path.of("src/test/resources/cli").toAbsolutePath();

  @TempDir private Path scratch;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "explain-reply-code",
        "explain-text-as-words",
        "explain-lines",
        "explain-nonsense",
        "explain-thai",
        "explain-thai-by-locale",
        "explain-color",
        "explain-hostile",
        "compare-80",
        "compare-120",
        "compare-thai-120",
        "compare-json",
        "overlay",
        "list-cause",
        "mistyped-command",
        "help-explain",
        "scan-summary",
        "scan-summary-thai",
        "scan-events",
        "scan-fail-on"
      })
  void sameAsInProcess(String name) throws Exception {
    Path folder = CASES.resolve(name);
    Shell shell = new Shell(scratch).in(Path.of("").toAbsolutePath());
    Path env = folder.resolve("env");
    for (String line : Files.exists(env) ? Files.readAllLines(env) : new ArrayList<String>()) {
      int equals = line.indexOf('=');
      shell.with(line.substring(0, equals), line.substring(equals + 1));
    }
    Path stdin = folder.resolve("stdin");
    List<Object> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add("input=$1; shift; exec \"$@\" <\"$input\"");
    command.add("sh");
    command.add(Files.exists(stdin) ? stdin : "/dev/null");
    command.add(Shell.DISTRIBUTION.resolve("bin/smtpcode"));
    command.addAll(Files.readAllLines(folder.resolve("args")));
    Result result = shell.run(command.toArray());
    assertEquals(Files.readString(folder.resolve("stdout")), result.out());
    assertEquals(Files.readString(folder.resolve("stderr")), result.err());
    assertEquals(
        Files.readString(folder.resolve("exit")).strip(), Integer.toString(result.status()));
  }
}
