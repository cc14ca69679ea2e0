package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("Every option can have a default, from variables and the configuration file")
class DefaultsTest {
  private static final String LOG =
      """
      2026-11-23T08:11:02+00:00 mx1 postfix/smtp[8]: 4F1A3: to=<bob@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (Connection timed out)
      2026-11-23T08:12:02+00:00 mx1 postfix/smtp[8]: 4F1A4: to=<eve@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (550 5.1.1 User unknown)
      """;

  @TempDir Path folder;
  private final Map<String, String> env = new HashMap<>();
  private Path file;
  private String out;
  private String err;

  @BeforeEach
  void place() throws IOException {
    file = Files.createDirectory(folder.resolve("smtpcode")).resolve("config");
    env.put("XDG_CONFIG_HOME", folder.toString());
  }

  private int run(String config, String... arguments) throws IOException {
    Files.writeString(file, config);
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(toOut, true, StandardCharsets.UTF_8),
            new PrintStream(toErr, true, StandardCharsets.UTF_8),
            env);
    int status = Main.run(console, arguments);
    console.out().flush();
    out = toOut.toString(StandardCharsets.UTF_8);
    err = toErr.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Test
  @DisplayName("the options listed are those of the commands")
  void options() {
    CommandLine root = CommandLineRun.model(Console.ofProcess());
    Set<String> commands = new TreeSet<>(root.getSubcommands().keySet());
    commands.remove("help");
    assertEquals(commands, new TreeSet<>(Defaults.OWN.keySet()));
    for (String command : commands) {
      Set<String> names = new TreeSet<>();
      for (OptionSpec o : root.getSubcommands().get(command).getCommandSpec().options()) {
        if (!o.usageHelp()) {
          names.add(HelpTexts.name(o));
        }
      }
      Set<String> listed = new TreeSet<>(Defaults.SHARED);
      listed.addAll(Defaults.OWN.get(command));
      assertEquals(names, listed, command);
    }
  }

  @Test
  @DisplayName("no variable of an option is one that the launcher uses")
  void variables() throws IOException {
    Set<String> options = new TreeSet<>(Defaults.SHARED);
    Defaults.OWN.forEach(
        (command, own) -> {
          options.addAll(own);
          Stream.concat(Defaults.SHARED.stream(), own.stream())
              .forEach(o -> options.add(command + "-" + o));
        });
    Set<String> ofOptions = new TreeSet<>();
    options.forEach(o -> ofOptions.add(Defaults.variableOf(o)));
    List<String> both = new ArrayList<>();
    for (String program : List.of("smtpcode", "smtpcode-archive")) {
      String text = Files.readString(Path.of("src/main/dist/bin", program));
      Matcher m = Pattern.compile("SMTPCODE_[A-Z_]+").matcher(text);
      while (m.find()) {
        if (ofOptions.contains(m.group())) {
          both.add(m.group());
        }
      }
    }
    assertEquals(List.of(), both);
  }

  @Test
  @DisplayName("command line, variable of the command, variable, line of the command, line")
  void precedence() throws IOException {
    String all = "format = nonsense\nexplain.format = json\n";
    assertEquals(Main.OK, run(all, "explain", "550"));
    assertTrue(out.startsWith("{"), out);
    env.put("SMTPCODE_FORMAT", "markdown");
    assertEquals(Main.OK, run(all, "explain", "550"));
    assertTrue(out.startsWith("# "), out);
    env.put("SMTPCODE_EXPLAIN_FORMAT", "text");
    assertEquals(Main.OK, run(all, "explain", "550"));
    assertTrue(out.startsWith("550  "), out);
    assertEquals(Main.OK, run(all, "explain", "--json", "550"));
    assertTrue(out.startsWith("{"), out);
    assertEquals(Main.OK, run(all, "list", "--class", "3xx"));
    assertTrue(out.startsWith("- **334**"), out);
  }

  @Test
  @DisplayName("json = true is a format like any other")
  void json() throws IOException {
    assertEquals(Main.OK, run("json = true", "explain", "550"));
    assertTrue(out.startsWith("{"), out);
    assertEquals(Main.OK, run("json = true", "explain", "--format", "text", "550"));
    assertTrue(out.startsWith("550  "), out);
    assertEquals(Main.OK, run("\ufeffjson = true\nlist.format = text", "list", "--class", "3xx"));
    assertTrue(out.startsWith("334"), out);
    env.put("SMTPCODE_JSON", "false");
    assertEquals(Main.OK, run("json = true", "explain", "550"));
    assertTrue(out.startsWith("550  "), out);
    assertEquals(Main.OK, run("json = true\nformat = markdown", "explain", "550"));
    assertTrue(out.startsWith("# "), out);
  }

  @Test
  @DisplayName("filters take several values; those on the command line replace them")
  void filters() throws IOException {
    String config = "scan.outcome = bounced,rejected\nevents = true\n";
    assertEquals(Main.OK, run(config, "scan"));
    assertTrue(out.contains("eve@") && !out.contains("bob@"), out);
    assertEquals(Main.OK, run(config, "scan", "--outcome", "deferred"));
    assertTrue(out.contains("bob@") && !out.contains("eve@"), out);
    assertEquals(Main.FOUND, run("fail-on = hard>10,bounced>=1", "scan"));
  }

  @Test
  @DisplayName("a flag of the file stays on when it is given too, and goes off by =false")
  void flags() throws IOException {
    String config = "events = true\nredact = true\n";
    assertEquals(Main.OK, run(config, "scan", "--redact"));
    assertFalse(out.contains("bob@"), out);
    assertEquals(Main.OK, run(config, "scan", "--redact=false"));
    assertTrue(out.contains("bob@"), out);
    assertEquals(Main.OK, run("standard = true", "list", "--no-standard", "--class", "4xx"));
    String others = out;
    assertEquals(Main.OK, run("standard = false", "list", "--class", "4xx"));
    assertEquals(others, out);
    assertEquals(Main.OK, run("standard = false", "list", "--standard", "--class", "4xx"));
    assertFalse(out.equals(others));
    assertEquals(Main.OK, run("pager = false", "explain", "--pager", "550"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          formt = json | explain 550 | unknown option 'formt': choose one of by, cause, class,
          scan.class = 4xx | explain 550 | unknown option 'scan.class': choose one of by, cause, code,
          scna.top = 4 | explain 550 | unknown command 'scna': choose one of compare, explain, list, scan, search
          top | explain 550 | expected 'option = value'
          format = csv | explain 550 | unknown format 'csv': choose one of text, json, markdown
          color = red | explain 550 | unknown color 'red'
          lang = xx | explain 550 | no translation 'xx': choose one of en, th
          pager = no | explain 550 | --pager takes true or false, not 'no'
          codes = /nowhere | explain 550 | --codes /nowhere: no such folder
          top = ten | search quota | --top takes a number, not 'ten'; see smtpcode search --help
          top = 0 | search quota | --top 0: give a number from 1 up
          redact = maybe | scan | --redact takes true or false, not 'maybe'
          scan.by = year | scan | cannot count by 'year'
          cause = greylistd | scan | unknown cause 'greylistd'
          since = often | scan | cannot read the time 'often'
          threads = 0 | scan | --threads
          suppress = /nowhere/dead.csv | scan | --suppress /nowhere/dead.csv: cannot be written
          class = 9 | list | unknown class '9'
          """)
  @DisplayName("a mistake in the file is named with its line")
  void mistakes(String line, String arguments, String message) throws IOException {
    assertEquals(Main.USAGE, run("# mine\n\n" + line + "\n", arguments.split(" ")));
    String start = "smtpcode: " + file + ":3: ";
    assertTrue(err.startsWith(start), err);
    assertTrue(err.substring(start.length()).startsWith(message), err);
    assertEquals(1, err.lines().count());
  }

  @Test
  @DisplayName("a mistake in a variable is named with it; one on the command line is not")
  void mistakenVariable() throws IOException {
    env.put("SMTPCODE_SCAN_BY", "year");
    assertEquals(Main.USAGE, run("", "scan"));
    assertTrue(err.startsWith("smtpcode: SMTPCODE_SCAN_BY: cannot count by 'year'"), err);
    assertEquals(Main.USAGE, run("", "scan", "--by", "week"));
    assertTrue(err.startsWith("smtpcode: cannot count by 'week'"), err);
  }

  @Test
  @DisplayName("help is shown in the language of the file, and whatever else is wrong there")
  void help() throws IOException {
    assertEquals(Main.OK, run("lang = th", "scan", "--help"));
    assertTrue(out.startsWith("วิธีใช้: smtpcode scan"), out);
    assertEquals(Main.OK, run("lang = th\ntop = ten\n", "scan", "--help"));
    assertTrue(out.startsWith("วิธีใช้"), out);
    assertEquals(Main.OK, run("oops", "help", "scan"));
    assertTrue(out.startsWith("Usage: smtpcode scan"), out);
    assertEquals(Main.OK, run("oops", "--version"));
  }
}
