package dev.smtpcode.cli;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.catalog.MessageException;

/** Input or usage that cannot be acted on; the message is one line that says what to do. */
final class UsageException extends MessageException {
  private static final long serialVersionUID = 1L;

  private final String option;

  private UsageException(String option, Message message) {
    super(message, null);
    this.option = option;
  }

  UsageException(String key, Object... arguments) {
    this(null, Message.of(key, arguments));
  }

  /**
   * A value that an option does not take.
   *
   * @param option its long name without the dashes
   */
  static UsageException ofOption(String option, String key, Object... arguments) {
    return new UsageException(option, Message.of(key, arguments));
  }

  /** The option whose value is wrong; null where it is not about one. */
  String option() {
    return option;
  }
}
