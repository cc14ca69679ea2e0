package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.render.OutputFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

@DisplayName("Each command has the formats that its help tells")
class OutputFormatTest {
  private static final String LOG =
      "2026-11-23T08:11:02+00:00 mx1 postfix/smtp[8]: 4F1A3: to=<bob@example.com>, relay=none,"
          + " delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (Connection timed out)\n";

  /** A run of each command that answers. */
  private static final Map<String, List<String>> RUNS =
      Map.of(
          "explain", List.of("explain", "550", "5.7.26"),
          "compare", List.of("compare", "211", "556"),
          "scan", List.of("scan"),
          "list", List.of("list", "--class", "4xx"),
          "search", List.of("search", "quota"));

  private static final HelpTexts ENGLISH = new HelpTexts(new Messages("en"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static List<Arguments> commandsAndFormats() {
    List<Arguments> all = new ArrayList<>();
    for (String command : RUNS.keySet()) {
      for (OutputFormat format : OutputFormat.values()) {
        all.add(Arguments.of(command, format));
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0} --format {1}")
  @MethodSource("commandsAndFormats")
  void isOfferedAndGivenOrRefused(String command, OutputFormat format) {
    List<String> arguments = new ArrayList<>(RUNS.get(command));
    arguments.addAll(List.of("--format", format.id()));
    int status = run(arguments.toArray(String[]::new));
    String help = description(command, ENGLISH);
    String told = help.substring("One of ".length(), help.indexOf(';'));
    if (List.of(told.split(", ", -1)).contains(format.id())) {
      assertEquals(Main.OK, status, () -> err.toString(StandardCharsets.UTF_8));
      assertTrue(out.size() > 0);
    } else {
      assertEquals(Main.USAGE, status);
      assertEquals(
          "smtpcode: unknown format '" + format.id() + "': choose one of " + told + "\n",
          err.toString(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("readers and scripts are served by all, and shells complete what help tells")
  void offered(String command) {
    List<String> words =
        CompletionModel.of(model().getCommandSpec(), Catalog.bundled(), ENGLISH)
            .sets()
            .get(command + "_formats")
            .stream()
            .map(CompletionModel.Word::text)
            .toList();
    assertTrue(words.containsAll(List.of("text", "json", "markdown")), words.toString());
    for (HelpTexts texts : List.of(ENGLISH, new HelpTexts(new Messages("th")))) {
      assertEquals(
          texts.get("option.format", String.join(", ", words)), description(command, texts));
    }
    assertEquals(List.of("scan", "list", "search").contains(command), words.contains("csv"));
  }

  /** All that answer with pages: one that is not in {@link #RUNS} fails. */
  static List<String> commands() {
    List<String> names = new ArrayList<>();
    model()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getCommand() instanceof PageCommand) {
                assertTrue(RUNS.containsKey(name), name);
                names.add(name);
              }
            });
    return names;
  }

  private static CommandLine model() {
    return CommandLineRun.model(console(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
  }

  private static String description(String command, HelpTexts texts) {
    CommandSpec spec = model().getSubcommands().get(command).getCommandSpec();
    return texts.option(spec, spec.findOption("--format"));
  }

  private int run(String... arguments) {
    return Main.run(console(out, err), arguments);
  }

  private static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Console(
        new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of());
  }
}
