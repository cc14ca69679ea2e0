package dev.smtpcode.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The plain forms of {@code explain}, {@code compare} and {@code scan}, read without picocli:
 * loading it takes longer than answering. All other forms, and all errors, are picocli's.
 *
 * @param command {@code explain}, {@code compare} or {@code scan}
 * @param words what stands besides the options
 * @param scan the options of {@code scan}; null for other commands
 */
record PlainArguments(String command, List<String> words, OutputChoice choice, ScanOptions scan) {
  private static final int LONGEST_NUMBER = 5;

  /** Whether the word, where a command should stand, is a code: short for explain and the code. */
  static boolean isCode(String word) {
    return !word.isEmpty() && word.charAt(0) >= '1' && word.charAt(0) <= '9';
  }

  /** What the arguments say, or null where they need picocli. */
  static PlainArguments read(String[] arguments) {
    if (arguments.length == 0) {
      return null;
    }
    boolean bareCode = isCode(arguments[0]);
    String command = bareCode ? "explain" : arguments[0];
    return switch (command) {
      case "explain", "compare" -> read(command, arguments, bareCode ? 0 : 1, null);
      case "scan" -> read(command, arguments, 1, new ScanOptions());
      default -> null;
    };
  }

  private static PlainArguments read(
      String command, String[] arguments, int first, ScanOptions scan) {
    List<String> words = new ArrayList<>();
    boolean json = false;
    String format = null;
    String color = null;
    String language = null;
    for (int i = first; i < arguments.length; i++) {
      String a = arguments[i];
      if (isWord(a)) {
        words.add(a);
        continue;
      }
      if (a.equals("--json")) {
        json = true;
        continue;
      }
      if (a.equals("--events") && scan != null) {
        scan.output.events = true;
        continue;
      }
      int equals = a.indexOf('=');
      if (equals < 0 && (i + 1 == arguments.length || !isWord(arguments[i + 1]))) {
        return null;
      }
      String name = equals < 0 ? a : a.substring(0, equals);
      String value = equals < 0 ? arguments[++i] : a.substring(equals + 1);
      switch (name) {
        case "--format" -> format = value;
        case "--color" -> color = value;
        case "--lang" -> language = value;
        case "--threads" -> {
          if (scan == null || !isNumber(value)) {
            return null;
          }
          scan.running.threads = Integer.parseInt(value);
        }
        default -> {
          return null;
        }
      }
    }
    boolean lacksWords = words.isEmpty() && scan == null;
    OutputChoice choice = new OutputChoice(json ? "json" : format, color, language, null, null);
    return lacksWords ? null : new PlainArguments(command, words, choice, scan);
  }

  /** Whether it is no option; a dash alone stands for standard input. */
  private static boolean isWord(String argument) {
    return argument.length() < 2 || argument.charAt(0) != '-';
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_NUMBER;
  }
}
