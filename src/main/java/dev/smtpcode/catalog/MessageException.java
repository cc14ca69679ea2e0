package dev.smtpcode.catalog;

/**
 * What is wrong and what to do about it in one line, in the language of whoever catches it: who
 * throws it need not know the language.
 */
public abstract class MessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  protected MessageException(Message message, Throwable cause) {
    super(message.key(), cause);
    this.message = message;
  }

  /** The line in the language of {@code messages}. */
  public String in(Messages messages) {
    return messages.get(message);
  }

  /** The line in English. */
  @Override
  public String getMessage() {
    return in(new Messages(FileReader.ENGLISH));
  }
}
