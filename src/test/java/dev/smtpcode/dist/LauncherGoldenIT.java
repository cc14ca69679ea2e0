package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpcode.dist.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    // The shell reads the arguments: this JVM could not hand on UTF-8 in a locale without it.
    Result result =
        shell.run(
            "sh",
            "-c",
            "launcher=$1 args=$2 input=$3; set --;"
                + " while IFS= read -r a; do set -- \"$@\" \"$a\"; done <\"$args\";"
                + " exec \"$launcher\" \"$@\" <\"$input\"",
            "sh",
            Shell.DISTRIBUTION.resolve("bin/smtpcode"),
            folder.resolve("args"),
            Files.exists(stdin) ? stdin : "/dev/null");
    assertEquals(Files.readString(folder.resolve("stdout")), result.out());
    assertEquals(Files.readString(folder.resolve("stderr")), result.err());
    assertEquals(
        Files.readString(folder.resolve("exit")).strip(), Integer.toString(result.status()));
  }
}
