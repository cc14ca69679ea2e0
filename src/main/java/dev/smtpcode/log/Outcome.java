package dev.smtpcode.log;

/** What became of a message at one attempt to deliver it. */
public enum Outcome {
  DELIVERED("delivered"),
  /** Not now; the queue tries again. */
  DEFERRED("deferred"),
  /** Given up: returned to the sender. */
  BOUNCED("bounced"),
  /** Refused by the logging server itself, as a receiver. */
  REJECTED("rejected"),
  /** Delivered, and the recipient called it spam. */
  COMPLAINT("complaint"),
  AUTO_REPLY("auto-reply");

  private static final Outcome[] ALL = values();

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** The word used in data and JSON output. */
  public String id() {
    return id;
  }

  /** Whether the recipient did not get the message at this attempt. */
  public boolean failed() {
    return this == DEFERRED || this == BOUNCED || this == REJECTED;
  }

  /** The outcome of this word, or null. */
  public static Outcome of(String id) {
    for (Outcome o : ALL) {
      if (o.id.equals(id)) {
        return o;
      }
    }
    return null;
  }

  /** How many there are. */
  public static int count() {
    return ALL.length;
  }

  /** The outcome of this ordinal. */
  public static Outcome at(int ordinal) {
    return ALL[ordinal];
  }
}
