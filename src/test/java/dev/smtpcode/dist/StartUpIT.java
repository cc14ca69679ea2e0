package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.dist.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a run loads")
class StartUpIT {
  /** Of libraries that are slow to load, and of the JDK's data of locales. */
  private static final List<String> HEAVY =
      List.of("picocli.", "com.fasterxml.jackson.databind.", "org.tukaani.", "sun.util.cldr.");

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain 556",
        "compare 211 556",
        "scan empty.log",
        "scan --json empty.log",
        "scan --events --threads 1 empty.log"
      })
  @DisplayName("is light where the command line is plain")
  void light(String line) throws Exception {
    assertEquals(List.of(), heavy(loaded(line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan --top 5 empty.log", "list"})
  @DisplayName("is told apart where it is not")
  void full(String line) throws Exception {
    assertFalse(heavy(loaded(line)).isEmpty());
  }

  private static List<String> heavy(List<String> classes) {
    return classes.stream().filter(c -> HEAVY.stream().anyMatch(c::contains)).toList();
  }

  private List<String> loaded(String line) throws IOException, InterruptedException {
    Files.createFile(scratch.resolve("empty.log"));
    Path log = scratch.resolve("classes");
    List<Object> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xlog:class+load:file=" + log,
                "-cp",
                jar(),
                "dev.smtpcode.cli.Main"));
    command.addAll(List.of(line.split(" ", -1)));
    Result result = new Shell(scratch).run(command.toArray());
    assertEquals("", result.err());
    assertEquals(0, result.status());
    List<String> classes = Files.readAllLines(log);
    assertTrue(classes.stream().anyMatch(c -> c.contains("dev.smtpcode.cli.Main")));
    return classes;
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Shell.DISTRIBUTION.resolve("lib"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("smtpcode-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
