package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayName("The examples of every help text run")
class HelpExamplesTest {
  private static final String LOG =
      "2026-11-23T08:11:02+00:00 mx1 postfix/smtp[8]: 4F1A3: to=<bob@example.com>, relay=none,"
          + " delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (Connection timed out)\n";

  static List<String> examples() {
    List<String> found = new ArrayList<>();
    CommandLine root = CommandLineRun.model(console(new ByteArrayOutputStream()));
    List<CommandLine> commands = new ArrayList<>(root.getSubcommands().values());
    commands.add(root);
    HelpTexts texts = new HelpTexts(new Messages("en"));
    for (CommandLine command : commands) {
      for (String line : texts.examples(command.getCommandSpec())) {
        boolean readsFiles = line.contains("/var/log") || line.contains("Maildir");
        if (!readsFiles) {
          found.add(line.substring(line.indexOf("smtpcode ") + "smtpcode ".length()));
        }
      }
    }
    return found;
  }

  @ParameterizedTest(name = "smtpcode {0}")
  @MethodSource("examples")
  void runs(String example) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = Main.run(console(out), words(example).toArray(String[]::new));
    assertEquals(0, exit, () -> out.toString(StandardCharsets.UTF_8));
    assertTrue(out.size() > 0);
  }

  /** The words of a command line, quotes taken off. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + " ").chars().mapToObj(c -> (char) c).toList()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words;
  }

  private static Console console(ByteArrayOutputStream to) {
    PrintStream both = new PrintStream(to, true, StandardCharsets.UTF_8);
    return new Console(
        new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)), both, both, Map.of());
  }
}
