package dev.smtpcode.cli;

/** What arguments say, as far as it can be told without parsing them: for help and for errors. */
final class Given {
  private static final String LANGUAGE = "--lang";

  private Given() {}

  /** How many arguments {@code --lang} takes where it stands before the command. */
  static int beforeCommand(String[] arguments) {
    int i = 0;
    while (i < arguments.length && (arguments[i] + "=").startsWith(LANGUAGE + "=")) {
      i += arguments[i].equals(LANGUAGE) ? 2 : 1;
    }
    return Math.min(i, arguments.length);
  }

  /** The command; empty for none. */
  static String command(String[] arguments) {
    int i = beforeCommand(arguments);
    if (i == arguments.length) {
      return "";
    }
    return PlainArguments.isCode(arguments[i]) ? "explain" : arguments[i];
  }

  /**
   * The value of an option, the last where there are several; null for none.
   *
   * @param option its long name without the dashes
   */
  static String value(String[] arguments, String option) {
    String name = "--" + option;
    String value = null;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(name + "=")) {
        value = arguments[i].substring(name.length() + 1);
      } else if (arguments[i].equals(name) && i + 1 < arguments.length) {
        value = arguments[++i];
      }
    }
    return value;
  }

  /**
   * Whether an option is given.
   *
   * @param option its long name without the dashes
   */
  static boolean has(String[] arguments, String option) {
    String name = "--" + option;
    for (String a : arguments) {
      if (a.equals(name) || a.startsWith(name + "=") || a.equals("--no-" + option)) {
        return true;
      }
    }
    return false;
  }
}
