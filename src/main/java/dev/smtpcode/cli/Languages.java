package dev.smtpcode.cli;

import dev.smtpcode.catalog.CodeFiles;
import dev.smtpcode.catalog.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Chooses the language: {@code --lang}, else the locale of messages (POSIX: LC_ALL, LC_MESSAGES,
 * LANG).
 */
final class Languages {
  private Languages() {}

  /**
   * @throws UsageException for an option that names a language smtpcode does not speak; a locale
   *     that does falls back to English
   */
  static String choose(String option, Console console) {
    if (option != null) {
      String language = languageOf(option);
      if (!isSpoken(language)) {
        throw UsageException.ofOption(
            "lang", "cli.error.language", option, String.join(", ", spoken()));
      }
      return language;
    }
    return ofLocale(console);
  }

  /** The words for help and errors, which must be shown whatever else is wrong. */
  static Messages forHelp(Console console, String[] arguments) {
    String language = Defaults.forHelp(console, arguments, "lang");
    boolean known = language != null && isSpoken(languageOf(language));
    return new Messages(known ? languageOf(language) : ofLocale(console));
  }

  private static String ofLocale(Console console) {
    String[] variables = {"SMTPCODE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (String v : variables) {
      String locale = console.variable(v);
      if (locale != null) {
        String language = languageOf(locale);
        return isSpoken(language) ? language : "en";
      }
    }
    return "en";
  }

  /** All languages that smtpcode speaks. */
  static List<String> spoken() {
    return CodeFiles.folders("lang/");
  }

  /** {@code th} of {@code th_TH.UTF-8}. */
  private static String languageOf(String locale) {
    int end = 0;
    while (end < locale.length() && Character.isLetter(locale.charAt(end))) {
      end++;
    }
    return locale.substring(0, end).toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isSpoken(String language) {
    if (language.equals("en")) {
      return true;
    }
    if (language.length() < 2 || language.length() > 3) {
      return false;
    }
    try (InputStream in = CodeFiles.open("lang/" + language + "/messages/explain.json")) {
      return in != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
