package dev.smtpcode.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Defaults of options. An option on the command line wins over environment variables ({@code
 * SMTPCODE_TOP} for {@code --top}), those over the configuration file ({@code top = 20} in {@code
 * $XDG_CONFIG_HOME/smtpcode/config}), the file over what is built in. A variable or line that names
 * the command ({@code SMTPCODE_SCAN_TOP}, {@code scan.top = 20}) wins over one that does not.
 */
final class Defaults {
  /**
   * The options of all commands. They are listed, as the others are, because plain runs go without
   * picocli; a test compares the lists with the commands.
   */
  static final List<String> SHARED =
      List.of("codes", "color", "debug", "format", "json", "lang", "pager");

  /** The options that a command has besides. */
  static final Map<String, List<String>> OWN =
      Map.of(
          "explain",
          List.of(),
          "compare",
          List.of(),
          "scan",
          List.of(
              "by",
              "cause",
              "code",
              "domain",
              "events",
              "fail-on",
              "log-format",
              "outcome",
              "provider",
              "redact",
              "since",
              "suppress",
              "threads",
              "top",
              "until"),
          "list",
          List.of("cause", "class", "provider", "standard", "subject"),
          "search",
          List.of("top"));

  private final Console console;
  private final Map<String, Value> file;

  /**
   * What stands for an option that is not given.
   *
   * @param place where it is set, as errors name it: a variable, or the file and the line
   */
  record Value(String text, String place) {}

  private Defaults(Console console, Map<String, Value> file) {
    this.console = console;
    this.file = file;
  }

  /**
   * @throws UsageException for a mistake in the configuration file
   */
  static Defaults of(Console console) {
    Path path = path(console);
    return new Defaults(
        console, path == null || !Files.isRegularFile(path) ? Map.of() : read(path));
  }

  /** Without the file where it holds a mistake: for help and errors, which must be shown. */
  static Defaults forHelp(Console console) {
    try {
      return of(console);
    } catch (UsageException e) {
      return new Defaults(console, Map.of());
    }
  }

  /** The value that help and errors are to take for an option; null for none. */
  static String forHelp(Console console, String[] arguments, String option) {
    String given = Given.value(arguments, option);
    return given != null ? given : forHelp(console).text(Given.command(arguments), option);
  }

  private static Path path(Console console) {
    String config = console.variable("XDG_CONFIG_HOME");
    if (config != null) {
      return Path.of(config, "smtpcode", "config");
    }
    String home = console.variable("HOME");
    return home == null ? null : Path.of(home, ".config", "smtpcode", "config");
  }

  private static Map<String, Value> read(Path path) {
    Map<String, Value> values = new HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = (number == 1 ? withoutMark(line) : line).strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
          continue;
        }
        String place = path + ":" + number;
        int equals = text.indexOf('=');
        if (equals <= 0) {
          throw new UsageException("cli.error.config-line", place);
        }
        String name = text.substring(0, equals).strip();
        check(name, place);
        values.put(name, new Value(text.substring(equals + 1).strip(), place));
      }
    } catch (CharacterCodingException e) {
      throw new UsageException("cli.error.config-encoding", path);
    } catch (IOException e) {
      throw new UsageException("cli.error.config-unreadable", path, String.valueOf(e.getMessage()));
    }
    return values;
  }

  /** Editors of Windows put a byte order mark before the first line. */
  private static String withoutMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }

  /** Whether there is such an option, of any command or of the one named before the dot. */
  private static void check(String name, String place) {
    int dot = name.indexOf('.');
    String command = dot < 0 ? null : name.substring(0, dot);
    if (command != null && !OWN.containsKey(command)) {
      throw new UsageException(
          "cli.error.config-command",
          place,
          command,
          String.join(", ", new TreeSet<>(OWN.keySet())));
    }
    Set<String> known = new TreeSet<>(SHARED);
    for (Map.Entry<String, List<String>> own : OWN.entrySet()) {
      if (command == null || command.equals(own.getKey())) {
        known.addAll(own.getValue());
      }
    }
    if (!known.contains(name.substring(dot + 1))) {
      throw new UsageException("cli.error.config-option", place, name, String.join(", ", known));
    }
  }

  /** The default of an option of a command, named without its dashes; null for none. */
  Value of(String command, String option) {
    for (Source source : Source.values()) {
      Value value = in(source, command, option);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Whether an option has a default that not all commands have. */
  boolean hasOwn(String command) {
    for (String option : OWN.get(command)) {
      if (of(command, option) != null) {
        return true;
      }
    }
    return false;
  }

  /** Where defaults are looked for, in this order. */
  private enum Source {
    VARIABLE_OF_COMMAND,
    VARIABLE,
    LINE_OF_COMMAND,
    LINE
  }

  private Value in(Source source, String command, String option) {
    return switch (source) {
      case VARIABLE_OF_COMMAND -> variable(command + "-" + option);
      case VARIABLE -> variable(option);
      case LINE_OF_COMMAND -> file.get(command + "." + option);
      case LINE -> file.get(option);
    };
  }

  private Value variable(String option) {
    String name = variableOf(option);
    String text = console.variable(name);
    return text == null ? null : new Value(text, name);
  }

  /** {@code SMTPCODE_FAIL_ON} for {@code fail-on}. */
  static String variableOf(String option) {
    return "SMTPCODE_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Adds what the options shared by all commands do not say. */
  OutputChoice complete(String command, OutputChoice given) {
    return new OutputChoice(
        given.format() != null ? given.format() : format(command),
        given.color() != null ? given.color() : text(command, "color"),
        given.language() != null ? given.language() : text(command, "lang"),
        given.codes() != null ? given.codes() : text(command, "codes"),
        given.pager() != null ? given.pager() : flag(of(command, "pager"), "pager"));
  }

  /** The format, also where it is said as {@code json = true}, unless {@code false} came first. */
  private String format(String command) {
    Boolean json = null;
    for (Source source : Source.values()) {
      Value format = in(source, command, "format");
      if (format != null) {
        return format.text();
      }
      json = json == null ? flag(in(source, command, "json"), "json") : json;
      if (Boolean.TRUE.equals(json)) {
        return "json";
      }
    }
    return null;
  }

  private String text(String command, String option) {
    Value value = of(command, option);
    return value == null ? null : value.text();
  }

  private static Boolean flag(Value value, String option) {
    if (value == null) {
      return null;
    }
    return switch (value.text()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw UsageException.ofOption(option, "cli.error.flag", "--" + option, value.text());
    };
  }
}
