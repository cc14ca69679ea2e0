package dev.smtpcode.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The plain forms of {@code explain} and {@code compare}, read without picocli: loading it takes
 * longer than answering. All other forms, and all errors, are picocli's.
 *
 * @param command {@code explain} or {@code compare}
 */
record PlainArguments(String command, List<String> words, OutputChoice choice) {

  /** Whether the word, where a command should stand, is a code: short for explain and the code. */
  static boolean isCode(String word) {
    return !word.isEmpty() && word.charAt(0) >= '1' && word.charAt(0) <= '9';
  }

  /** What the arguments say, or null where they need picocli. */
  static PlainArguments read(String[] arguments) {
    if (arguments.length == 0) {
      return null;
    }
    String command = arguments[0];
    boolean bareCode = isCode(command);
    if (!bareCode && !command.equals("explain") && !command.equals("compare")) {
      return null;
    }
    List<String> words = new ArrayList<>();
    String format = null;
    String color = null;
    String language = null;
    for (int i = bareCode ? 0 : 1; i < arguments.length; i++) {
      String a = arguments[i];
      boolean isOption = a.length() > 1 && a.charAt(0) == '-';
      if (!isOption) {
        words.add(a);
        continue;
      }
      int equals = a.indexOf('=');
      String name = equals < 0 ? a : a.substring(0, equals);
      if (name.equals("--json") && equals < 0) {
        format = "json";
        continue;
      }
      boolean known = name.equals("--format") || name.equals("--color") || name.equals("--lang");
      if (!known || equals < 0 && i + 1 == arguments.length) {
        return null;
      }
      String value = equals < 0 ? arguments[++i] : a.substring(equals + 1);
      switch (name) {
        case "--format" -> format = value;
        case "--color" -> color = value;
        default -> language = value;
      }
    }
    return words.isEmpty()
        ? null
        : new PlainArguments(
            bareCode ? "explain" : command,
            words,
            new OutputChoice(format, color, language, null, null));
  }
}
