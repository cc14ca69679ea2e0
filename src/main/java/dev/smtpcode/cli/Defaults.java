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

/**
 * Defaults of options. An option on the command line wins over an environment variable ({@code
 * SMTPCODE_FORMAT} for {@code --format}), a variable over the configuration file ({@code format =
 * json} in {@code $XDG_CONFIG_HOME/smtpcode/config}), the file over what is built in.
 */
final class Defaults {
  /** The options that all commands share, as {@link #complete} takes them. */
  private static final List<String> SHARED = List.of("format", "color", "lang", "codes", "pager");

  /** Options of single commands that can have a default. */
  private static final List<String> OF_COMMANDS =
      List.of(
          "by", "fail-on", "log-format", "redact", "since", "suppress", "threads", "top", "until");

  private final Console console;
  private final Map<String, String> file;

  private Defaults(Console console, Map<String, String> file) {
    this.console = console;
    this.file = file;
  }

  static Defaults of(Console console) {
    Path path = path(console);
    return new Defaults(
        console, path == null || !Files.isRegularFile(path) ? Map.of() : read(path));
  }

  private static Path path(Console console) {
    String config = console.variable("XDG_CONFIG_HOME");
    if (config != null) {
      return Path.of(config, "smtpcode", "config");
    }
    String home = console.variable("HOME");
    return home == null ? null : Path.of(home, ".config", "smtpcode", "config");
  }

  private static Map<String, String> read(Path path) {
    Map<String, String> values = new HashMap<>();
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
          continue;
        }
        int equals = text.indexOf('=');
        if (equals <= 0) {
          throw new UsageException(
              path + ":" + number + ": expected 'option = value', such as 'format = json'");
        }
        String option = text.substring(0, equals).strip();
        if (!SHARED.contains(option) && !OF_COMMANDS.contains(option)) {
          throw new UsageException(
              path
                  + ":"
                  + number
                  + ": unknown option '"
                  + option
                  + "': choose one of "
                  + String.join(", ", SHARED)
                  + ", "
                  + String.join(", ", OF_COMMANDS));
        }
        values.put(option, text.substring(equals + 1).strip());
      }
    } catch (CharacterCodingException e) {
      throw new UsageException(path + ": is not UTF-8: write it in that encoding");
    } catch (IOException e) {
      throw new UsageException(path + ": cannot be read: " + e.getMessage());
    }
    return values;
  }

  /** The default of an option, named without its dashes; null for none. */
  String of(String option) {
    String variable =
        console.variable("SMTPCODE_" + option.toUpperCase(Locale.ROOT).replace('-', '_'));
    return variable != null ? variable : file.get(option);
  }

  /** The default of an option that only some commands have; null for none and for a shared one. */
  String ofCommand(String option) {
    return OF_COMMANDS.contains(option) ? of(option) : null;
  }

  OutputChoice complete(OutputChoice given) {
    return new OutputChoice(
        given.format() != null ? given.format() : of("format"),
        given.color() != null ? given.color() : of("color"),
        given.language() != null ? given.language() : of("lang"),
        given.codes() != null ? given.codes() : of("codes"),
        given.noPager() || "false".equals(of("pager")));
  }
}
