package dev.smtpcode.cli;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.explain.Nearest;
import java.util.List;

/** Says of a word that it is none of those that are known, and which may have been meant. */
final class UnknownWord {
  private UnknownWord() {}

  /**
   * @param option that the word was given to, without dashes
   * @param what says what is unknown
   */
  static UsageException of(String option, Message what, String word, List<String> known) {
    List<String> near = Nearest.of(word, known);
    return near.isEmpty()
        ? UsageException.ofOption(option, "cli.error.choose", what, String.join(", ", known))
        : UsageException.ofOption(option, "cli.error.meant", what, String.join(", ", near));
  }

  static UsageException cause(String option, String word, List<String> known) {
    return of(option, Message.of("cli.error.unknown-cause", word), word, known);
  }

  static UsageException provider(String option, String word, List<String> known) {
    return of(option, Message.of("cli.error.unknown-provider", word), word, known);
  }
}
