package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The short way past picocli gives the same as picocli")
class PlainArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain 556",
        "explain 550 5.7.26",
        "explain --json TSS04",
        "explain greylisted --lang th",
        "explain --format=markdown 421 450",
        "explain 999x",
        "compare 211 556",
        "compare --json 450 5.1.1",
        "compare 211",
        "explain --format nonsense 550",
        "explain --format json --format text 550",
        "explain 550 -",
        "explain --lang xx 550"
      })
  void sameAnswer(String line) {
    String[] arguments = line.split(" ", -1);
    assertNotNull(PlainArguments.read(arguments));
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    int plainExit = Main.run(console(plain), arguments);
    int fullExit = Main.run(console(full), arguments, null);
    assertEquals(full.toString(StandardCharsets.UTF_8), plain.toString(StandardCharsets.UTF_8));
    assertEquals(fullExit, plainExit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scan",
        "list",
        "explain",
        "explain --help",
        "explain --jsn 550",
        "compare 1 --codes x",
        "--version",
        "explian 550"
      })
  void leftToPicocli(String line) {
    assertNull(PlainArguments.read(line.isEmpty() ? new String[0] : line.split(" ", -1)));
  }

  private static Console console(ByteArrayOutputStream to) {
    PrintStream both = new PrintStream(to, true, StandardCharsets.UTF_8);
    return new Console(new ByteArrayInputStream(new byte[0]), both, both, Map.of());
  }
}
