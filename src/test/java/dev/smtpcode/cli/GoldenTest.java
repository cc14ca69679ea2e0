package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs command lines and compares what they print with files. A case is a folder: {@code args} (one
 * argument a line), optional {@code stdin} and {@code env} ({@code NAME=value} lines); expected
 * {@code stdout}, {@code stderr} and {@code exit}. {@code -Dsmtpcode.update=true} rewrites the
 * expectations: read them in the diff.
 */
@DisplayName("A command line prints what its folder says")
class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/cli");
  private static final boolean UPDATE = Boolean.getBoolean("smtpcode.update");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void run(String name) throws IOException {
    Path folder = CASES.resolve(name);
    List<String> arguments = Files.readAllLines(folder.resolve("args"));
    Path stdin = folder.resolve("stdin");
    byte[] input = Files.exists(stdin) ? Files.readAllBytes(stdin) : new byte[0];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(new ByteArrayInputStream(input), stream(out), stream(err), environment(folder));
    int exit = Main.run(console, arguments.toArray(new String[0]));
    console.out().flush();
    console.err().flush();
    expect(folder.resolve("stdout"), out.toString(StandardCharsets.UTF_8));
    expect(folder.resolve("stderr"), err.toString(StandardCharsets.UTF_8));
    expect(folder.resolve("exit"), exit + "\n");
  }

  private static Map<String, String> environment(Path folder) throws IOException {
    Map<String, String> env = new HashMap<>();
    Path file = folder.resolve("env");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : new ArrayList<String>()) {
      int equals = line.indexOf('=');
      env.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return env;
  }

  private static void expect(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, file.toString());
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, false, StandardCharsets.UTF_8);
  }
}
