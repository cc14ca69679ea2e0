package dev.smtpcode.catalog;

/**
 * The class of a reply, its first digit (RFC 5321 section 4.2.1, RFC 3463 section 3.1), as far as a
 * cause's verdict depends on it.
 */
public enum ReplyClass {
  /** Neither a reply code nor an enhanced status code is known. */
  UNKNOWN("none"),
  POSITIVE("2xx"),
  TRANSIENT("4xx"),
  PERMANENT("5xx");

  private static final ReplyClass[] BY_DIGIT = {
    UNKNOWN, UNKNOWN, POSITIVE, POSITIVE, TRANSIENT, PERMANENT, PERMANENT, UNKNOWN, UNKNOWN, UNKNOWN
  };

  private final String id;

  ReplyClass(String id) {
    this.id = id;
  }

  /** The word used in data: {@code 2xx}, {@code 4xx}, {@code 5xx}, {@code none}. */
  public String id() {
    return id;
  }

  /** The class of a code that begins with {@code digit}, a character; 3yz counts as positive. */
  public static ReplyClass ofDigit(char digit) {
    return digit >= '0' && digit <= '9' ? BY_DIGIT[digit - '0'] : UNKNOWN;
  }

  /**
   * @throws IllegalArgumentException for a word that is no class
   */
  public static ReplyClass of(String id) {
    for (ReplyClass c : values()) {
      if (c.id.equals(id)) {
        return c;
      }
    }
    throw new IllegalArgumentException("no such class: " + id);
  }
}
